import type { Case, Quantity } from '../../catalog';
import {
  type Interval80,
  interval80,
  lossSources,
  priceSource,
  ratioSpread,
  type SpreadSource,
  throughputSources,
  Z90,
} from '../../run';
import type { StepEstimate } from '../../step';
import { rootSumOfSquares, steadyLog } from '../../units';
import type { WholeRunReport } from '../whole-run-report';

/** What is not known of a case, by cause: two clusters that share one share its error, which cancels in their ratio. */
export interface CaseCauses {
  throughput: SpreadSource[];
  losses: SpreadSource[];
  price: SpreadSource[];
  power: SpreadSource[];
}

export function causesOf({ setup, run }: Case, step: StepEstimate, assumed: Assumed): CaseCauses {
  const { system } = setup.cluster;
  return {
    throughput: throughputSources(setup, step.plan),
    losses: lossSources(setup, step.ranksUsed / system.chip.dies, run),
    price: [priceSource(setup)],
    power: [{ cause: `power ${system.id}`, effect: powerSpread(assumed) / Z90 }],
  };
}

type Assumed = WholeRunReport['assumptions'];

/** Half the 80 % interval of the logarithm of the power drawn, from the bounds of what it is reckoned from. */
function powerSpread(assumed: Assumed): number {
  const { power_draw_share: draw, server_w_per_chip: server, network_w_per_chip: network, pue } = assumed;
  const inside = draw.value * server.value + network.value;
  const half = (low: number, high: number) => steadyLog(high / low) / 2;
  const rest = inside - draw.value * server.value;
  return rootSumOfSquares(
    half(draw.low * server.value + rest, draw.high * server.value + rest),
    half(draw.value * server.low + rest, draw.value * server.high + rest),
    half(inside - network.value + network.low, inside - network.value + network.high),
    half(pue.low, pue.high),
  );
}

/** The 80 % interval of the run's energy: that of its days, and that of the power drawn. */
export function energyInterval(
  energy: number,
  days: number,
  [shortest, longest]: Interval80,
  assumed: Assumed,
): Interval80 {
  const power = powerSpread(assumed);
  const spread = (end: number) => rootSumOfSquares(steadyLog(end / days), power) / Z90;
  return [interval80(energy, spread(shortest))[0], interval80(energy, spread(longest))[1]];
}

/** What each quantity's error is made of: no cause is in two groups. */
const GROUPS: Record<Quantity, readonly (keyof CaseCauses)[]> = {
  throughput: ['throughput'],
  per_chip: ['throughput'],
  mfu: ['throughput'],
  time: ['throughput', 'losses'],
  cost: ['throughput', 'losses', 'price'],
  energy: ['throughput', 'losses', 'power'],
};

/** Standard deviation of the logarithm of one cluster's quantity over another's. */
export function spreadsBetween(a: CaseCauses, b: CaseCauses): (quantity: Quantity) => number {
  const of = (group: keyof CaseCauses) => ratioSpread(a[group], b[group]);
  const spreads: Record<keyof CaseCauses, number> = {
    throughput: of('throughput'),
    losses: of('losses'),
    price: of('price'),
    power: of('power'),
  };
  return (quantity) => rootSumOfSquares(...GROUPS[quantity].map((group) => spreads[group]));
}
