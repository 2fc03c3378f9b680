import type { Interval80 } from '../../run';
import {
  formatBandwidth,
  formatFlops,
  formatNumber,
  formatPercent,
  formatShortCount,
  formatTokensPerSecond,
} from '../../units';
import { paragraphs, words } from '../../words';
import type { BestChipReport, DesignKey, DesignReport } from '../best-chip';
import type { RuleChangeReport } from '../rule-change';

/** A cap that takes less than this share of the throughput is not worth a word of its own. */
const FELT = 0.01;
/** Of so many clusters every cap that is felt is told, of more the hardest. */
const MOST_WHOLE = 2;
/** So many caps can be taken in at once; of more the hardest of each cluster comes first. */
const AT_ONCE = 4;

interface Left {
  cap: string;
  ratio: number;
  interval80: Interval80 | null;
}

const isFelt = ({ ratio }: Left): boolean => ratio <= 1 - FELT;

/** "86.2 % (80 %: 82.7 % to 89.8 %)". */
function leftText({ ratio, interval80 }: Left): string {
  const say = words().reading;
  if (!interval80) return formatPercent(ratio);
  const ends = say.between(formatPercent(interval80[0]), formatPercent(interval80[1]));
  return say.sureTo(formatPercent(ratio), ends);
}

/** What caps do: the hardest of each cluster, then, to one or two clusters, all that are felt. */
export function ruleChangeReading({ rows }: Pick<RuleChangeReport, 'rows'>): string {
  const say = words().reading;
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))].map((name) => {
    const own = rows.filter(({ cluster }) => cluster === name);
    const left = own
      .flatMap(({ cap, throughput_ratio: ratio, throughput_ratio_interval80: interval80 }): Left[] =>
        ratio === null ? [] : [{ cap, ratio, interval80 }],
      )
      .sort((a, b) => a.ratio - b.ratio);
    const none = own.filter(({ throughput_ratio }) => throughput_ratio === null).map(({ cap }) => cap);
    return { name, left, none, before: own[0].before.tokens_per_second };
  });
  const unfit = clusters
    .filter(({ none }) => none.length > 0)
    .map(({ name, none }) => say.capNone(name, say.list(none)));
  const felt = clusters
    .filter(({ left }) => left.some(isFelt))
    .sort((a, b) => a.left[0].ratio - b.left[0].ratio);
  const unfelt = clusters.filter((one) => one.left.length > 0 && !felt.includes(one)).map(({ name }) => name);
  const whole = felt.length <= MOST_WHOLE ? felt.flatMap(oneText) : [];
  const caps = felt.reduce((sum, { left }) => sum + left.filter(isFelt).length, 0);
  const few = felt.length <= MOST_WHOLE && caps <= AT_ONCE;
  return paragraphs(
    [
      ...(few ? whole : hardestText(felt)),
      ...(unfelt.length > 0 ? [say.capsNothing(say.list(unfelt))] : []),
      ...unfit,
    ],
    few ? [] : whole,
  );
}

function oneText({ name, left, before }: { name: string; left: Left[]; before: number | null }): string[] {
  const say = words().reading;
  const felt = left.filter(isFelt);
  const parts = felt.map((one) => say.cap(one.cap, leftText(one)));
  const rest = left.length - felt.length;
  return [
    say.caps(name, formatTokensPerSecond(before ?? Number.NaN), say.list(parts)),
    ...(rest > 0 ? [say.capsRest(rest)] : []),
  ];
}

function hardestText(felt: readonly { name: string; left: Left[] }[]): string[] {
  const say = words().reading;
  if (felt.length === 0) return [];
  const [first, ...others] = felt.map(({ name, left: [hardest] }) => ({
    name,
    cap: hardest.cap,
    share: leftText(hardest),
  }));
  const parts = others.map(({ name, cap, share }) => say.capOf(name, cap, share));
  return [
    say.capHardest(first.name, first.cap, first.share),
    ...(parts.length > 0 ? [say.capElsewhere(say.list(parts))] : []),
  ];
}

/** What rules leave: the best legal chip of each cluster, against its own and the best without rules; then what binds it. */
export function bestChipReading({ clusters, against }: Pick<BestChipReport, 'clusters' | 'against'>): string {
  return paragraphs(
    clusters.map(legalText),
    clusters.flatMap(({ cluster, best: [best], best_against: other }) =>
      best === undefined
        ? []
        : [
            boundsText(cluster, best),
            ...(against !== null && other?.against_of_unrestricted != null
              ? [words().reading.legalAgainst(against, formatPercent(other.against_of_unrestricted))]
              : []),
          ],
    ),
  );
}

function legalText({ cluster, best: [best], tried }: BestChipReport['clusters'][number]): string {
  const say = words().reading;
  if (best === undefined) return say.noLegalChip(cluster);
  return say.legalChip(
    cluster,
    [
      formatFlops(best.bf16_flop_per_s),
      say.memoryOf(formatBandwidth(best.memory_bandwidth_bytes_per_s)),
      say.linksOf(formatBandwidth(best.scale_up_bytes_per_s)),
    ],
    rateText(best),
    best.of_unrestricted === null ? say.unknown : formatPercent(best.of_unrestricted),
    best.of_own === null ? say.unknown : formatNumber(best.of_own),
    String(tried),
  );
}

function rateText({ case: { tokens_per_second: rate, interval80 } }: DesignReport): string {
  const say = words().reading;
  const shown = formatTokensPerSecond(rate ?? Number.NaN);
  if (!interval80) return shown;
  const [low, high] = interval80.tokens_per_second.map(formatShortCount);
  return say.sureTo(shown, say.between(low, high));
}

/** Which rules bind a chip, in which of its figures, and where only what can be built does. */
function boundsText(cluster: string, { bound_by, at_limit }: DesignReport): string {
  const say = words().reading;
  const figures = (keys: readonly DesignKey[]) => say.list(keys.map((key) => say.figure[key]));
  const rules = bound_by.map(({ name, figures: keys }) =>
    say.boundOf(name === null ? say.ownRule : say.ruleName(name), figures(keys)),
  );
  return [
    rules.length > 0 ? say.boundBy(cluster, say.list(rules)) : say.unbound(cluster),
    at_limit.length > 0 ? say.atLimit(figures(at_limit), rules.length > 0) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
