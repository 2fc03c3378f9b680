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
  const doubt = (output: 'tokens_per_second' | 'days'): string[] => {
    const [most] = indices
      .filter((row) => row.cluster === cluster && row.output === output && row.total > 0)
      .sort((a, b) => b.total - a.total);
    if (!most) return [];
    const tell = say.doubt[output === 'days' ? 'days' : 'rate'];
    return [tell(most.factor.replaceAll('_', ' '), formatPercent(Math.min(1, most.total)))];
  };
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
    ...doubt('tokens_per_second'),
    ...doubt('days'),
  ];
}
