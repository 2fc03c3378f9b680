import { hop, RING, ring } from './collectives';
import { addTerm, OF, PART, type PlanCosts } from './costs';
import { FLOPS, LATENCY, MEMORY } from './lanes';
import type { LayerTable } from './table';
import type { Plan } from './types';

/** Ranks over which dense parameters are replicated. */
export const denseGroup = (plan: Plan): number => plan.dp * plan.cp;

/** Ranks over which an expert's parameters are replicated. */
export const expertGroup = (plan: Plan): number =>
  Math.max(1, (plan.tp * plan.cp * plan.dp) / (plan.ep * plan.etp));

/** Ranks over which ZeRO-3 shards dense parameters; experts over as many, or over all their copies where those are fewer. */
export const shardGroup = (plan: Plan): number =>
  plan.shardGroup > 0 ? Math.min(plan.shardGroup, denseGroup(plan)) : denseGroup(plan);

/** Ranks that a plan uses. */
export const planRanks = ({ tp, cp, dp, pp }: Plan): number => tp * cp * dp * pp;

const OPTIMIZER_BYTES = { adam: 30, 'adam-bf16-moments': 22, 'adam-bf16': 14, muon: 24 } as const;
/** FLOPs per parameter of five Newton–Schulz iterations, per unit of the matrix's smaller side. */
const MUON_FLOPS = 30;

/** All-gather or reduce-scatter of `bytes` a parameter over n ranks that are `stride` apart, `times` in a step. */
function addRing(
  costs: PlanCosts,
  table: LayerTable,
  part: number,
  of: number,
  n: number,
  stride: number,
  bytes: number,
  times = 1,
): void {
  if (n <= 1) return;
  ring(table.rates, n, stride, costs.ranks);
  addTerm(costs, part, of, RING.lane, times * bytes * RING.secondsPerByte);
  const once = of === OF.EXPERTS ? OF.EXPERTS_ONCE : OF.ONCE;
  addTerm(costs, part, once, LATENCY, times * RING.latencySeconds);
}

/** Adds once-per-step (or, for ZeRO-3, once-per-micro-batch) communication before overlap, and the optimizer's update. */
export function addDataParallel(costs: PlanCosts, table: LayerTable, plan: Plan): void {
  const { rates, setup } = table;
  const { switches } = setup.stack;
  const dense = denseGroup(plan);
  const experts = expertGroup(plan);
  const denseShard = shardGroup(plan);
  const expertShard = Math.min(denseShard, experts);
  const gradient = switches.gradientBytes;
  const weight = switches.fp8ParamGather && rates.lowPrecision ? 1 : 2;
  const expertStride = plan.ep * plan.etp;
  const { DENSE, EXPERTS } = OF;
  if (plan.zero === 3) {
    const bytes = 2 * weight + gradient;
    addRing(costs, table, PART.SHARDED, DENSE, denseShard, plan.tp, bytes);
    addRing(costs, table, PART.SHARDED, EXPERTS, expertShard, expertStride, bytes);
    // Hybrid sharding: what a shard group has reduced is added up over the groups.
    const copies = dense / denseShard;
    addRing(costs, table, PART.REDUCE, DENSE, copies, plan.tp * denseShard, gradient / denseShard, 2);
    const expertCopies = experts / expertShard;
    const apart = expertStride * expertShard;
    addRing(costs, table, PART.REDUCE, EXPERTS, expertCopies, apart, gradient / expertShard, 2);
  } else {
    // Sharded gradients have no room to accumulate in: those of every micro-batch are scattered.
    const reduce = plan.zero === 2 ? PART.SHARDED : PART.REDUCE;
    const passes = plan.zero === 0 ? 2 : 1;
    addRing(costs, table, reduce, DENSE, dense, plan.tp, gradient, passes);
    addRing(costs, table, reduce, EXPERTS, experts, expertStride, gradient, passes);
    if (plan.zero > 0) {
      addRing(costs, table, PART.GATHER, DENSE, dense, plan.tp, weight);
      addRing(costs, table, PART.GATHER, EXPERTS, experts, expertStride, weight);
    }
  }
  const update = OPTIMIZER_BYTES[setup.training.optimizer] / rates.optimizerBytes;
  const denseOwners = plan.zero === 0 ? 1 : plan.zero === 3 ? denseShard : dense;
  const expertOwners = plan.zero === 0 ? 1 : plan.zero === 3 ? expertShard : experts;
  addTerm(costs, PART.OPTIMIZER, DENSE, MEMORY, update / denseOwners);
  addTerm(costs, PART.OPTIMIZER, EXPERTS, MEMORY, update / expertOwners);
  if (setup.training.optimizer === 'muon') {
    const flops = (MUON_FLOPS * Math.min(setup.model.hidden, 4096)) / rates.bf16;
    addTerm(costs, PART.OPTIMIZER, DENSE, FLOPS, flops / denseOwners);
    addTerm(costs, PART.OPTIMIZER, EXPERTS, FLOPS, flops / expertOwners);
  }
  addTerm(costs, PART.OPTIMIZER, OF.ONCE, LATENCY, rates.kernelGap);
}

/** Adds one send between neighbouring pipeline stages. */
export function addStageSend(costs: PlanCosts, { rates, setup }: LayerTable, plan: Plan): void {
  if (plan.pp <= 1) return;
  const bytes = (2 * plan.microBatch * setup.training.sequence * setup.model.hidden) / (plan.cp * plan.tp);
  hop(rates, plan.pp, plan.tp * plan.cp * plan.dp, costs.ranks);
  addTerm(costs, PART.SEND, OF.ONCE, RING.lane, bytes * RING.secondsPerByte);
  addTerm(costs, PART.SEND, OF.ONCE, LATENCY, RING.latencySeconds);
}
