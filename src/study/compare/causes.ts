import type { Case, Quantity } from '../../catalog';
import {
  type Interval80,
  interval80,
  lossSources,
  negated,
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

/** Standard deviation of the logarithm of one cluster's quantity over another's. */
export function spreadBetween(quantity: Quantity, a: CaseCauses, b: CaseCauses): number {
  const of = ({ throughput, losses, price, power }: CaseCauses): SpreadSource[] => {
    if (quantity === 'throughput' || quantity === 'per_chip' || quantity === 'mfu') return throughput;
    const time = [...negated(throughput), ...losses];
    return quantity === 'time' ? time : [...time, ...(quantity === 'cost' ? price : power)];
  };
  return ratioSpread(of(a), of(b));
}
