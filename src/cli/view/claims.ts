import type { ClaimReport, ClaimsReport } from '../../study';
import { formatNumber } from '../../units';
import { words } from '../../words';
import { orMissing } from './numbers';
import { blocks, table, wrap } from './table';

/** Outcomes first, then each claim with its parts and conditions. */
export function claimsText(report: ClaimsReport): string {
  const { claims } = words();
  const single = report.claims.length === 1;
  return blocks(
    single ? '' : summary(report.claims),
    changes(report),
    report.claims.map((claim) => blocks(claimText(claim), single ? quantities(claim) : '')).join('\n\n'),
    single ? '' : wrap(claims.counts(countOf(report.claims))),
  );
}

function countOf(claims: readonly ClaimReport[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of claims) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function summary(rows: readonly ClaimReport[]): string {
  const { head, outcome } = words().claims;
  return table(
    [{ head: head.id }, { head: head.outcome }, { head: head.value, right: true }, { head: head.unit }],
    rows.map((row) => [row.id, outcome[row.outcome], orMissing(row.value, formatNumber), row.unit]),
  );
}

function changes({ assumptions }: ClaimsReport): string {
  const lines = [
    ...Object.entries(assumptions.resources).map(([name, factor]) => `  ${name} × ${factor}`),
    ...Object.entries(assumptions.prices).map(([name, price]) => `  ${name}: ${JSON.stringify(price)}`),
    ...Object.entries(assumptions.values).map(([name, value]) => `  ${name} = ${value}`),
  ];
  return lines.length === 0 ? '' : [words().claims.changed, ...lines].join('\n');
}

function claimText(claim: ClaimReport): string {
  const { claims } = words();
  const value = claim.value === null ? '' : ` ${formatNumber(claim.value)} ${claim.unit}.`;
  return [
    wrap(`${claim.id}: “${claim.claim}”`, '  '),
    wrap(`  ${claims.outcome[claim.outcome]}.${value} ${claim.conditions}`, '  '),
    ...claim.tests.map(({ name, met }) => wrap(`  - ${claims.met(met)}: ${name}`, '    ')),
    ...claim.sources.map((source) => wrap(`  [${source}]`, '    ')),
  ].join('\n');
}

function quantities(claim: ClaimReport): string {
  const { head, range } = words().claims;
  if (claim.quantities.length === 0) return '';
  return table(
    [{ head: head.id }, { head: head.value, right: true }, { head: head.what }, { head: head.source }],
    claim.quantities.map(({ id, value, low, high, what, source }) => [
      id,
      low === high
        ? formatNumber(value)
        : `${orMissing(value, formatNumber)} (${range(orMissing(low, formatNumber), orMissing(high, formatNumber))})`,
      what,
      source,
    ]),
  );
}
