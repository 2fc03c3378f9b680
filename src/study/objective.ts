import type { Case } from '../catalog';
import { goodputOf, paidChips, runTotals } from '../run';
import { createSizer, type Sizer } from '../search';
import { estimateStep } from '../step';
import { words } from '../words';

/** What the best plan is the best at. */
export type Objective = 'throughput' | 'time' | 'cost' | 'chips';

/** The most chips that a size is searched among, unless the task says otherwise. */
export const MOST_CHIPS = 1_000_000;
/** A cost this much lower than the lowest one found has no plan. */
const EXACT = 1e-9;

/** What an objective asks of the size of a cluster. */
interface SizeAsked {
  objective: 'cost' | 'chips';
  /** Seconds that the whole run may take; null: any. */
  deadlineSeconds: number | null;
  mostChips: number;
  /** Share of the usable memory that stays free. */
  memoryMargin: number;
}

/** Share of the time that trains, by the ranks at work: what throughput is weighed by where the whole run counts. */
export function runWeight({ setup, run }: Case): (ranks: number) => number {
  const { cluster } = setup;
  return (ranks) => goodputOf(ranks / cluster.system.chip.dies, run);
}

export const withChips = (item: Case, chips: number): Case => ({
  ...item,
  setup: { ...item.setup, cluster: { ...item.setup.cluster, chips } },
});

/**
 * Chips of the smallest cluster that is done by the deadline, or of the cheapest one that is; the first alone where they
 * are equal. Exact over every plan and every number of replicas up to the most chips; a cost to nine digits. Tokens of
 * all stages of a run count at the main stage's rate.
 */
export function bestSize(item: Case, asked: SizeAsked): { chips: number } | { reason: string } {
  const { setup, constraints, run } = item;
  const { training } = setup;
  const { deadlineSeconds, mostChips, memoryMargin } = asked;
  const sizer = createSizer(setup, constraints, mostChips, memoryMargin);
  const work = (chips: number) => training.tokens / goodputOf(chips, run);
  const inTime = (chips: number) => (deadlineSeconds === null ? 0 : work(chips) / deadlineSeconds);
  const smallest = sizer.fewest(inTime);
  if (!smallest) return { reason: words().study.search.noSize(mostChips, deadlineSeconds) };
  if (asked.objective === 'chips') return { chips: smallest.chips };
  return { chips: cheapest(item, sizer, smallest, inTime, work) };
}

type Size = NonNullable<ReturnType<Sizer['fewest']>>;

/**
 * Chips of the cheapest run. A cost that may not be exceeded is a pace that rises with chips, so the smallest cluster
 * that keeps it shows that there is one; the cost asked for falls until there is none.
 */
function cheapest(
  { setup, run }: Case,
  sizer: Sizer,
  first: Size,
  inTime: (chips: number) => number,
  work: (chips: number) => number,
): number {
  const perChipSecond = run.usdPerChipHour / 3600;
  // Without a price every cluster costs nothing; the smallest stands.
  if (!(perChipSecond > 0)) return first.chips;
  const paid = (chips: number) => paidChips({ ...setup.cluster, chips }, chips, run);
  const costOf = ({ chips, plan }: Size) => {
    const sized = { ...setup, cluster: { ...setup.cluster, chips } };
    const { tokensPerSecond } = estimateStep(sized, plan);
    return runTotals(sized, tokensPerSecond, chips, run).costUsd;
  };
  let best = first;
  let cost = costOf(first);
  for (let less = 0.5; less > EXACT / 8; ) {
    const most = cost * (1 - Math.max(less, EXACT));
    const found = sizer.fewest((chips) =>
      Math.max(inTime(chips), (paid(chips) * perChipSecond * work(chips)) / most),
    );
    const now = found && costOf(found);
    if (found && now !== null && now < cost) {
      best = found;
      cost = now;
    } else less /= 8;
  }
  return best.chips;
}
