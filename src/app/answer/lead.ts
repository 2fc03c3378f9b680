import type { CaseReport, CompareReport } from '../../study';
import { formatCount, formatDays, formatNumber } from '../../units';
import { amounts } from '../../words';
import { words } from '../words';
import { rounded, roundedTo } from './numbers';

/** The answer as sentences: how long on each cluster, how sure, what holds it back; what does not fit; who is fastest. */
export function leadSentences(report: CompareReport): string[] {
  const { answer } = words;
  const fits = report.cases.flatMap((entry) => fitPhrase(entry) ?? []);
  const rest = report.cases.filter((entry) => fitPhrase(entry) === null).map((entry) => entry.cluster);
  const tokens = amounts().tokens(formatCount(report.cases[0]?.inputs.tokens ?? 0));
  return [
    fits.length > 0 ? answer.lead(report.model, tokens, fits) : null,
    rest.length > 0 ? answer.noFit(report.model, rest) : null,
    comparisonSentence(report),
  ].filter((sentence) => sentence !== null);
}

function fitPhrase({ cluster, feasible, days, interval80, bottleneck }: CaseReport): string | null {
  if (!feasible || days === null || interval80 === null || bottleneck === null) return null;
  const { low, high } = rounded(days, ...interval80.days);
  return words.answer.fit({
    cluster,
    days: formatDays(roundedTo(days, ...interval80.days)[0]),
    low,
    high,
    held: words.answer.resource[bottleneck],
  });
}

/** How the fastest compares with the slowest cluster that fits; null with fewer than two. */
function comparisonSentence(report: CompareReport): string | null {
  const { answer } = words;
  const sorted = report.cases
    .flatMap((entry) =>
      entry.tokens_per_second === null ? [] : [{ ...entry, rate: entry.tokens_per_second }],
    )
    .sort((a, b) => b.rate - a.rate);
  if (sorted.length < 2) return null;
  const fast = sorted[0];
  const slow = sorted[sorted.length - 1];
  const ratio = fast.rate / slow.rate;
  if (ratio < 1.005) return answer.same(fast.cluster, slow.cluster);
  const fastLow = fast.interval80?.tokens_per_second[0] ?? fast.rate;
  const slowHigh = slow.interval80?.tokens_per_second[1] ?? slow.rate;
  return answer.ratio(fast.cluster, slow.cluster, formatNumber(ratio, 2), fastLow < slowHigh);
}
