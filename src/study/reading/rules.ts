import {
  formatBandwidth,
  formatFlops,
  formatNumber,
  formatPercent,
  formatTokensPerSecond,
} from '../../units';
import { words } from '../../words';
import type { BestChipReport, DesignKey, DesignReport } from '../best-chip';
import type { RuleChangeReport } from '../rule-change';

/** A cap that takes less than this share of the throughput is not worth a word of its own. */
const FELT = 0.01;

interface Left {
  cap: string;
  ratio: number;
}

/** What caps do: to one cluster all that are felt, from the hardest on; to several the hardest of each. */
export function ruleChangeReading({ rows }: Pick<RuleChangeReport, 'rows'>): string {
  const say = words().reading;
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))].map((name) => {
    const own = rows.filter(({ cluster }) => cluster === name);
    const left = own
      .flatMap(({ cap, throughput_ratio: ratio }): Left[] => (ratio === null ? [] : [{ cap, ratio }]))
      .sort((a, b) => a.ratio - b.ratio);
    const none = own.filter(({ throughput_ratio }) => throughput_ratio === null).map(({ cap }) => cap);
    return { name, left, none, before: own[0].before.tokens_per_second };
  });
  const unfit = clusters
    .filter(({ none }) => none.length > 0)
    .map(({ name, none }) => say.capNone(name, say.list(none)));
  const felt = clusters
    .filter(({ left }) => left.length > 0 && left[0].ratio <= 1 - FELT)
    .sort((a, b) => a.left[0].ratio - b.left[0].ratio);
  const unfelt = clusters.filter((one) => one.left.length > 0 && !felt.includes(one)).map(({ name }) => name);
  return [
    ...(felt.length === 1 ? oneText(felt[0]) : hardestText(felt)),
    ...(unfelt.length > 0 ? [say.capsNothing(say.list(unfelt))] : []),
    ...unfit,
  ].join(' ');
}

function oneText({ name, left, before }: { name: string; left: Left[]; before: number | null }): string[] {
  const say = words().reading;
  const felt = left.filter(({ ratio }) => ratio <= 1 - FELT);
  const parts = felt.map(({ cap, ratio }) => say.cap(cap, formatPercent(ratio)));
  const rest = left.length - felt.length;
  return [
    say.caps(name, formatTokensPerSecond(before ?? Number.NaN), say.list(parts)),
    ...(rest > 0 ? [say.capsRest(rest)] : []),
  ];
}

function hardestText(felt: readonly { name: string; left: Left[] }[]): string[] {
  const say = words().reading;
  if (felt.length === 0) return [];
  const [first, ...others] = felt.map(({ name, left: [{ cap, ratio }] }) => ({
    name,
    cap,
    share: formatPercent(ratio),
  }));
  const parts = others.map(({ name, cap, share }) => say.capOf(name, cap, share));
  return [say.capHardest(first.name, first.cap, first.share), say.capElsewhere(say.list(parts))];
}

/** What rules leave: the best legal chip of each cluster, against its own chip and against the best without rules. */
export function bestChipReading({ clusters }: Pick<BestChipReport, 'clusters'>): string {
  const say = words().reading;
  return clusters
    .flatMap(({ cluster, best: [best], tried }) =>
      best === undefined
        ? [say.noLegalChip(cluster)]
        : [
            say.legalChip(
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
            boundsText(best),
          ],
    )
    .join(' ');
}

/** Which rules bind a chip, in which of its figures, and where only what can be built does. */
function boundsText({ bound_by, at_limit }: DesignReport): string {
  const say = words().reading;
  const figures = (keys: readonly DesignKey[]) => say.list(keys.map((key) => say.figure[key]));
  const rules = bound_by.map(({ name, figures: keys }) =>
    say.boundOf(name === null ? say.ownRule : say.ruleName(name), figures(keys)),
  );
  return [
    rules.length > 0 ? say.boundBy(say.list(rules)) : say.unbound,
    at_limit.length > 0 ? say.atLimit(figures(at_limit), rules.length > 0) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
