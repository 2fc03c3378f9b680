import type { Case } from '../../catalog';
import { words } from '../../words';
import { withChips } from '../objective';
import { amountOf, asWritten, type Sized, type Target } from './solve';
import type { ParityStudy } from './types';

/** Sizes from one node up to `chips_max`, each twice the one before. */
function* doublings({ setup }: Case, { chips_max }: ParityStudy): Generator<number> {
  for (let chips = setup.cluster.system.chipsPerNode; chips <= chips_max; chips *= 2) yield chips;
}

/** Why no size of a cluster reaches the target: how near the best of a row of sizes comes. */
export function whyNone(item: Case, { by, value }: Target, study: ParityStudy): string {
  const say = words().study.parity;
  const upwards = by === 'throughput';
  let nearest: { sized: Sized; amount: number } | null = null;
  let lastReason: string | null = null;
  for (const chips of doublings(item, study)) {
    const { sized, reason } = asWritten(withChips(item, chips));
    lastReason = reason;
    if (!sized) continue;
    const amount = amountOf(sized, by);
    if (!nearest || (upwards ? amount > nearest.amount : amount < nearest.amount))
      nearest = { sized, amount };
  }
  if (!nearest) return say.nothingFits(item.cluster, lastReason ?? '');
  const { chips } = nearest.sized.item.setup.cluster;
  return say.outOfReach[by](item.cluster, chips, nearest.amount / value);
}
