import type { CaseReport, CompareReport } from '../../study';
import { formatDays, formatNumber } from '../../units';
import { words } from '../words';
import { rounded, roundedTo } from './numbers';

/** One sentence for a cluster: how long, how sure, what holds it back; or why it does not fit. */
export function caseSentence(report: CaseReport, model: string): string {
  const { answer } = words;
  const named = { cluster: report.cluster, chips: report.chips.toLocaleString('en-US'), model };
  if (!report.feasible || report.days === null) {
    const reason = (report.reason ?? '').replace(/[.\s]*$/, '');
    return answer.infeasible({ ...named, reason: `${reason}.` });
  }
  const interval = report.interval80?.days;
  const days = interval ? roundedTo(report.days, ...interval)[0] : report.days;
  const shown = interval && rounded(report.days, ...interval);
  const held = report.bottleneck ?? 'flops';
  return answer.feasible({
    ...named,
    days: formatDays(days),
    range: shown ? answer.range(shown.low, shown.high) : '',
    held: answer.resource[held],
  });
}

/** How the fastest compares with the slowest cluster that fits; null with fewer than two. */
export function comparisonSentence(report: CompareReport): string | null {
  const { answer } = words;
  const rated = report.cases.flatMap((entry) =>
    entry.tokens_per_second === null ? [] : [{ ...entry, rate: entry.tokens_per_second }],
  );
  if (rated.length < 2) return null;
  const sorted = rated.toSorted((a, b) => b.rate - a.rate);
  const fast = sorted[0];
  const slow = sorted[sorted.length - 1];
  const ratio = fast.rate / slow.rate;
  if (ratio < 1.005) return answer.same(fast.cluster, slow.cluster);
  const fastLow = fast.interval80?.tokens_per_second[0] ?? fast.rate;
  const slowHigh = slow.interval80?.tokens_per_second[1] ?? slow.rate;
  return answer.ratio(fast.cluster, slow.cluster, formatNumber(ratio, 2), fastLow < slowHigh);
}
