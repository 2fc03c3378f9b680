import type { ChipRulesReport, RulesReport, RuleVerdict, StatusReport } from '../../../study';
import { formatCompared } from '../../../units';
import { type Look, PARTS } from '../../figures/palette';
import { words } from '../../words';

export type Outcome = RuleVerdict['outcome'];

/** How an outcome is shown: a sign and a hue with a pattern, beside its word; from the mildest to the strictest. */
export const LOOK: Record<Outcome, { sign: string; part: Look }> = {
  not_controlled: { sign: '○', part: PARTS[0] },
  tariff: { sign: '¤', part: PARTS[6] },
  notification: { sign: '◇', part: PARTS[5] },
  case_by_case: { sign: '◐', part: PARTS[1] },
  licence_required: { sign: '▲', part: PARTS[4] },
  presumption_of_denial: { sign: '✕', part: PARTS[2] },
  barred: { sign: '■', part: { light: '#1c2430', dark: '#e7ebf2', pattern: '' } },
  unknown: { sign: '?', part: PARTS[3] },
};
export const OUTCOMES = Object.keys(LOOK) as Outcome[];

/** What the rules in force on a day mean for a chip; null before the first rule. */
export function statusOn(chip: ChipRulesReport, date: string): StatusReport | null {
  return chip.status.filter(({ from }) => from <= date).at(-1) ?? null;
}

/** The first day that a release may mean; null for what is not released. */
export const releaseDay = ({ released }: ChipRulesReport): string | null =>
  released === null ? null : `${released}-01-01`.slice(0, 10);

export const onSale = (chip: ChipRulesReport, date: string): boolean => (releaseDay(chip) ?? '9999') <= date;

/** The days on which something changes: the law, or which chips are the best that may be sold. */
export function changeDays({ chips, frontier }: RulesReport): string[] {
  const days = [
    ...chips.flatMap(({ status }) => status.map(({ from }) => from)),
    ...frontier.map(({ date }) => date),
  ];
  return [...new Set(days)].sort();
}

/** `12`, `12–15`, `≥ 12`, or the sign for what is not known. */
export function ends([low, high]: readonly [number, number | null], unit = 1): string {
  if (high === null) return low === 0 ? words.report.none : `≥ ${formatCompared(low / unit)}`;
  const [a, b] = [formatCompared(low / unit), formatCompared(high / unit)];
  return a === b ? a : `${a}–${b}`;
}

/** A share as signed per cent. */
export function signed(share: number): string {
  const percent = Math.round(100 * share);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)} %`;
}

/** A chip's name without its maker and remarks, for places with little room. */
export const shortName = (name: string): string =>
  name.replace(/^(NVIDIA|AMD|Huawei|Google|Intel|AWS) /, '').replace(/ \(.*\)$/, '');

/** An expression of a rule in words: `dram_gb_s + io_gb_s` becomes `memory bandwidth (GB/s) + I/O … (GB/s)`. */
export function inWords(of: string): string {
  const names = words.rules.variable as Readonly<Record<string, string>>;
  return of.replace(/[a-z][a-z0-9_]*/g, (name) => names[name] ?? name);
}

export const FLAGS: readonly string[] = ['data_center', 'standalone_memory'];

/** A bound in words; a yes-or-no property without its number. */
export function boundText({
  of,
  kind,
  bound,
}: {
  of: string;
  kind: keyof typeof words.rules.kind;
  bound: number;
}): string {
  const { kind: signs } = words.rules;
  if (FLAGS.includes(of)) {
    const yes = (kind === 'at_least' && bound === 1) || (kind === 'above' && bound === 0);
    return yes ? inWords(of) : words.rules.not(inWords(of));
  }
  return `${inWords(of)} ${signs[kind]} ${formatCompared(bound)}`;
}

/** Outcomes that hold a sale back. */
export const RESTRICTS: readonly Outcome[] = [
  'notification',
  'case_by_case',
  'licence_required',
  'presumption_of_denial',
  'barred',
];
