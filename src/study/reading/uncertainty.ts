import { formatDays, formatNumber, formatPercent, formatTokensPerSecond } from '../../units';
import { words } from '../../words';
import type { UncertaintyReport } from '../uncertainty';
import { intervalText } from './numbers';

type Read = Pick<UncertaintyReport, 'clusters' | 'outputs' | 'indices'>;

/** One paragraph about samples: each cluster's rate and time with their ranges, the ratio, and the weightiest doubt. */
export const uncertaintyReading = (report: Read): string =>
  report.clusters.flatMap((cluster) => clusterText(report, cluster)).join(' ');

function clusterText({ clusters, outputs, indices }: Read, cluster: string): string[] {
  const say = words().reading;
  const of = (output: string) => outputs.find((row) => row.cluster === cluster && row.output === output);
  const rate = of('tokens_per_second');
  const days = of('days');
  if (!rate || !days) return [];
  if (rate.infeasible_share === 1) return [say.neverFits(cluster)];
  const ratio = of('tokens_per_second_ratio');
  const weight = indices
    .filter((row) => row.cluster === cluster && row.output === 'tokens_per_second' && row.total > 0)
    .reduce<(typeof indices)[number] | null>(
      (most, row) => (most && most.total >= row.total ? most : row),
      null,
    );
  return [
    say.sure(
      cluster,
      formatTokensPerSecond(rate.p50),
      formatTokensPerSecond(rate.p10),
      formatTokensPerSecond(rate.p90),
      formatDays(days.p50),
      intervalText([days.p10, days.p90]),
    ),
    ...(ratio
      ? [say.sureRatio(clusters[0], formatNumber(ratio.p50), intervalText([ratio.p10, ratio.p90]))]
      : []),
    ...(weight ? [say.doubt(weight.factor, formatPercent(Math.min(1, weight.total)))] : []),
  ];
}
