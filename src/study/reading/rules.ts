import {
  formatBandwidth,
  formatFlops,
  formatNumber,
  formatPercent,
  formatTokensPerSecond,
} from '../../units';
import { words } from '../../words';
import type { BestChipReport } from '../best-chip';
import type { RuleChangeReport } from '../rule-change';

/** What caps do to each cluster, from the hardest on. */
export function ruleChangeReading({ rows }: Pick<RuleChangeReport, 'rows'>): string {
  const say = words().reading;
  return [...new Set(rows.map(({ cluster }) => cluster))]
    .map((cluster) => {
      const own = rows.filter((row) => row.cluster === cluster);
      const sorted = own
        .flatMap((row) => (row.throughput_ratio === null ? [] : [{ ...row, ratio: row.throughput_ratio }]))
        .sort((a, b) => a.ratio - b.ratio);
      const before = formatTokensPerSecond(own[0].before.tokens_per_second ?? Number.NaN);
      const parts = sorted.map(({ cap, ratio }) => say.cap(cap, formatPercent(ratio)));
      const none = own.filter((row) => row.throughput_ratio === null).map(({ cap }) => cap);
      return [
        say.caps(cluster, before, say.list(parts)),
        ...(none.length > 0 ? [say.capNone(say.list(none))] : []),
      ].join(' ');
    })
    .join(' ');
}

/** What rules leave: the best legal chip of each cluster, against its own chip and against the best without rules. */
export function bestChipReading({ clusters }: Pick<BestChipReport, 'clusters'>): string {
  const say = words().reading;
  return clusters
    .map(({ cluster, best: [best], tried }) =>
      best === undefined
        ? say.noLegalChip(cluster)
        : say.legalChip(
            cluster,
            [
              formatFlops(best.bf16_flop_per_s),
              say.memoryOf(formatBandwidth(best.memory_bandwidth_bytes_per_s)),
              say.linksOf(formatBandwidth(best.scale_up_bytes_per_s)),
            ].join(', '),
            formatTokensPerSecond(best.case.tokens_per_second ?? Number.NaN),
            best.of_unrestricted === null ? say.unknown : formatPercent(best.of_unrestricted),
            best.of_own === null ? say.unknown : formatNumber(best.of_own),
            String(tried),
          ),
    )
    .join(' ');
}
