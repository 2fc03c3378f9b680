import type { CaseReport, CompareReport } from '../../study';
import { formatCount, formatNumber, formatPercent } from '../../units';
import { words } from '../../words';
import { gigabytes, MISSING, orMissing, percent, short, withInterval } from './numbers';
import { planText } from './plan';
import { blocks, table, wrap } from './table';

/** The comparison for a reader: a row per cluster, the plans, and a sentence on what limits each. */
export function compareText(report: CompareReport): string {
  const { compare } = words().cli;
  return blocks(
    `${wrap(report.question)}\n${compare.model(report.model)}`,
    answerTable(report.cases),
    planTable(report.cases),
    wrap(report.reading),
    report.cases.map((row) => wrap(sentence(row), '  ')).join('\n'),
    report.cases.some(({ feasible }) => feasible) ? wrap(compare.legend) : '',
  );
}

function answerTable(cases: CaseReport[]): string {
  const { compare, resource } = words().cli;
  const { head } = compare;
  return table(
    [
      { head: head.cluster },
      { head: head.chips, right: true },
      { head: head.rate, right: true },
      { head: head.days, right: true },
      { head: head.mfu, right: true },
      { head: head.memory, right: true },
      { head: head.cost, right: true },
      { head: head.limit },
    ],
    cases.map((row) => [
      row.cluster,
      formatCount(row.chips),
      orMissing(row.tokens_per_second, short),
      withInterval(row.days, row.interval80?.days, formatNumber),
      orMissing(row.mfu, percent),
      compare.of(orMissing(row.memory_bytes_per_chip, gigabytes), gigabytes(row.memory_capacity_bytes)),
      orMissing(row.cost_usd, short),
      row.bottleneck ? resource[row.bottleneck] : compare.notFit,
    ]),
  );
}

function planTable(cases: CaseReport[]): string {
  const { head } = words().cli.compare;
  const fitting = cases.filter(({ plan }) => plan !== null);
  if (fitting.length === 0) return '';
  return table(
    [{ head: head.cluster }, { head: head.plan }],
    fitting.map(({ cluster, plan }) => [cluster, plan ? planText(plan) : MISSING]),
  );
}

/** What holds the cluster back, or why it can't do the work. */
export function sentence(row: CaseReport): string {
  const { compare, resource } = words().cli;
  if (row.bottleneck === null || row.elasticity === null) {
    return compare.notFitting(row.cluster, (row.reason ?? '').replace(/\.$/, ''));
  }
  const gain = 1.1 ** row.elasticity[row.bottleneck] - 1;
  const limited = compare.limited(row.cluster, resource[row.bottleneck], formatPercent(gain));
  if (row.chips_idle < 1) return limited;
  return `${limited} ${compare.idle(formatCount(Math.round(row.chips_idle)), formatCount(row.chips))}`;
}
