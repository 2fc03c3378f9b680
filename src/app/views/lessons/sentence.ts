import type { CompareReport } from '../../../study';
import { formatPercent, formatTokensPerSecond } from '../../../units';
import { planText } from '../../report/plan-text';
import { words } from '../../words';

/** Speed, limit, bubble and plan of a lesson's one cluster. */
export function sentence({ cases: [entry] }: CompareReport): string {
  const { answer, lessons } = words;
  if (!entry.plan || entry.tokens_per_second === null || !entry.bottleneck || !entry.time_s)
    return `${answer.doesNotFit}: ${answer.reason(entry.reason ?? '')}.`;
  return lessons.now({
    rate: formatTokensPerSecond(Number(entry.tokens_per_second.toPrecision(3))),
    held: answer.resource[entry.bottleneck],
    bubble: formatPercent(Number((entry.time_s.bubble / (entry.step_time_s ?? 1)).toPrecision(2))),
    plan: planText(entry.plan),
  });
}
