import { addGather, addSend } from './collectives';
import { FLOPS, LANES, LATENCY, MEMORY } from './lanes';
import type { StageSums } from './stage';
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

/** Once-per-step (or, for ZeRO-3, once-per-micro-batch) communication, before overlap; lanes of seconds. */
export interface DataParallelWork {
  /** The lanes of all parts below, which are views of it. */
  all: Float64Array;
  reduce: Float64Array;
  gather: Float64Array;
  /** ZeRO-3: gathers and scatters of every micro-batch. */
  sharded: Float64Array;
  optimizer: Float64Array;
  /** One send between neighbouring pipeline stages. */
  send: Float64Array;
}

export function createDataParallelWork(): DataParallelWork {
  const all = new Float64Array(5 * LANES);
  const part = (index: number) => all.subarray(index * LANES, (index + 1) * LANES);
  return { all, reduce: part(0), gather: part(1), sharded: part(2), optimizer: part(3), send: part(4) };
}

const OPTIMIZER_BYTES = { adam: 30, 'adam-bf16-moments': 22, muon: 24 } as const;
/** FLOPs per parameter of five Newton–Schulz iterations, per unit of the matrix's smaller side. */
const MUON_FLOPS = 30;

export function fillDataParallel(to: DataParallelWork, table: LayerTable, s: StageSums, plan: Plan): void {
  const { rates, setup } = table;
  const { switches } = setup.stack;
  const dense = denseGroup(plan);
  const experts = expertGroup(plan);
  const denseShard = shardGroup(plan);
  const expertShard = Math.min(denseShard, experts);
  // A loop, because the engines' own fill costs more than this few stores.
  for (let i = 0; i < 5 * LANES; i++) to.all[i] = 0;
  const gradient = switches.gradientBytes;
  const weight = switches.fp8ParamGather && rates.lowPrecision ? 1 : 2;
  const expertStride = plan.ep * plan.etp;
  if (plan.zero === 3) {
    addGather(to.sharded, rates, denseShard, plan.tp, s.denseParameters * (2 * weight + gradient));
    addGather(to.sharded, rates, expertShard, expertStride, s.expertParameters * (2 * weight + gradient));
    const replicas = dense / denseShard;
    if (replicas > 1)
      addGather(
        to.reduce,
        rates,
        replicas,
        plan.tp * denseShard,
        (s.denseParameters / denseShard) * gradient,
        2,
      );
    const expertReplicas = experts / expertShard;
    if (expertReplicas > 1) {
      addGather(
        to.reduce,
        rates,
        expertReplicas,
        expertStride * expertShard,
        (s.expertParameters / expertShard) * gradient,
        2,
      );
    }
  } else {
    const passes = plan.zero === 0 ? 2 : 1;
    addGather(to.reduce, rates, dense, plan.tp, s.denseParameters * gradient, passes);
    addGather(to.reduce, rates, experts, expertStride, s.expertParameters * gradient, passes);
    if (plan.zero > 0) {
      addGather(to.gather, rates, dense, plan.tp, s.denseParameters * weight);
      addGather(to.gather, rates, experts, expertStride, s.expertParameters * weight);
    }
  }
  const denseOwned = s.denseParameters / (plan.zero === 0 ? 1 : plan.zero === 3 ? denseShard : dense);
  const expertOwned = s.expertParameters / (plan.zero === 0 ? 1 : plan.zero === 3 ? expertShard : experts);
  to.optimizer[MEMORY] +=
    (OPTIMIZER_BYTES[setup.training.optimizer] * (denseOwned + expertOwned)) / rates.optimizerBytes;
  if (setup.training.optimizer === 'muon') {
    to.optimizer[FLOPS] +=
      ((denseOwned + expertOwned) * MUON_FLOPS * Math.min(setup.model.hidden, 4096)) / rates.bf16;
  }
  to.optimizer[LATENCY] += rates.kernelGap;
  if (plan.pp > 1) {
    const ranks = plan.tp * plan.cp * plan.dp;
    const bytes = (2 * plan.microBatch * setup.training.sequence * setup.model.hidden) / (plan.cp * plan.tp);
    addSend(to.send, rates, ranks, bytes);
  }
}
