import type { ClaimOutcome, ClaimReport, ClaimsReport, PriceReport } from '../../../study';
import type { Answer } from '../../state/use-answer';

export const OUTCOMES = ['holds', 'conditional', 'partly', 'fails', 'untestable'] as const;
export const SYMBOLS: Readonly<Record<ClaimOutcome, string>> = {
  holds: '✓',
  conditional: '◐',
  partly: '½',
  fails: '✗',
  untestable: '?',
};

/** A claim as it is shown: with the assumptions of the reader where there are any. */
export interface Row {
  claim: ClaimReport;
  /** The outcome with the catalog's assumptions, where the reader has others and it is known. */
  before: ClaimOutcome | null;
  /** Shown as of the catalog's assumptions while it is computed with the reader's. */
  pending: boolean;
}

type Claims = Answer<'claims'>;

/** What is known of an answer: the whole of it, or the parts that are there. */
export const known = ({ report, stale, parts }: Claims): readonly ClaimReport[] =>
  report && !stale ? report.claims : parts.flatMap((part) => part.claims);

/** The claims in the order of the article; `own` is null where nothing is assumed. */
export function rowsOf(catalog: readonly ClaimReport[], own: readonly ClaimReport[] | null): Row[] {
  const base = new Map(catalog.map((claim) => [claim.id, claim]));
  const changed = new Map((own ?? []).map((claim) => [claim.id, claim]));
  return [...new Map([...base, ...changed]).values()]
    .map(({ id }) => {
      const claim = (changed.get(id) ?? base.get(id)) as ClaimReport;
      const before = own === null ? null : (base.get(id)?.outcome ?? null);
      return { claim, before, pending: own !== null && !changed.has(id) };
    })
    .sort((a, b) => place(a) - place(b) || (a.claim.id < b.claim.id ? -1 : 1));
}

const place = ({ claim }: Row): number => claim.lines[0] ?? Number.MAX_SAFE_INTEGER;

export const isChanged = ({ claim, before, pending }: Row): boolean =>
  !pending && before !== null && before !== claim.outcome;

export function counts(claims: readonly Pick<ClaimReport, 'outcome'>[]): Record<ClaimOutcome, number> {
  const of = (outcome: ClaimOutcome) => claims.filter((claim) => claim.outcome === outcome).length;
  return {
    holds: of('holds'),
    conditional: of('conditional'),
    partly: of('partly'),
    fails: of('fails'),
    untestable: of('untestable'),
  };
}

/** Rows of an outcome, or the changed ones, that hold all words; the open one stays. */
export function filtered(rows: readonly Row[], filter: string, query: string, open: string): Row[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { claim } = row;
    if (claim.id === open && wanted.length === 0) return true;
    if (filter === 'changed' ? !isChanged(row) : filter !== '' && claim.outcome !== filter) return false;
    const text = `${claim.id} ${claim.claim} ${claim.conditions} ${claim.sources.join(' ')}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The report to print: of the reader's assumptions where there are any. */
export const whole = (answer: Claims): ClaimsReport | null => (answer.stale ? null : answer.report);

/** The price table, which every part of an answer has. */
export const priceTable = (...answers: readonly Claims[]): readonly PriceReport[] =>
  answers.flatMap(({ report, parts }) => [report, ...parts]).find((part) => part !== null)?.price_table ?? [];
