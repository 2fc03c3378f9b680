import { addGather, addSend } from './collectives';
import { FLOPS, LANES, LATENCY, MEMORY } from './lanes';
import type { StageSums } from './stage';
import type { LayerTable } from './table';
import type { Plan } from './types';

/** Ranks over which dense and expert parameters are replicated, and the shard groups of ZeRO-3. */
export interface Groups {
  dense: number;
  experts: number;
  denseShard: number;
  expertShard: number;
}

export function dataParallelGroups(plan: Plan): Groups {
  const dense = plan.dp * plan.cp;
  const experts = Math.max(1, (plan.tp * plan.cp * plan.dp) / (plan.ep * plan.etp));
  const shard = plan.shardGroup > 0 ? Math.min(plan.shardGroup, dense) : dense;
  return { dense, experts, denseShard: shard, expertShard: Math.min(shard, experts) };
}

/** Once-per-step (or, for ZeRO-3, once-per-micro-batch) communication, before overlap; lanes of seconds. */
export interface DataParallelWork {
  reduce: Float64Array;
  gather: Float64Array;
  /** ZeRO-3: gathers and scatters of every micro-batch. */
  sharded: Float64Array;
  optimizer: Float64Array;
  /** One send between neighbouring pipeline stages. */
  send: Float64Array;
}

export function createDataParallelWork(): DataParallelWork {
  const lanes = () => new Float64Array(LANES);
  return { reduce: lanes(), gather: lanes(), sharded: lanes(), optimizer: lanes(), send: lanes() };
}

const OPTIMIZER_BYTES = { adam: 30, 'adam-bf16-moments': 22, muon: 24 } as const;
/** FLOPs per parameter of five Newton–Schulz iterations, per unit of the matrix's smaller side. */
const MUON_FLOPS = 30;

export function fillDataParallel(to: DataParallelWork, table: LayerTable, s: StageSums, plan: Plan): void {
  const { rates, setup } = table;
  const { switches } = setup.stack;
  const groups = dataParallelGroups(plan);
  for (const lanes of [to.reduce, to.gather, to.sharded, to.optimizer, to.send]) lanes.fill(0);
  const gradient = switches.gradientBytes;
  const weight = switches.fp8ParamGather && rates.lowPrecision ? 1 : 2;
  const expertStride = plan.ep * plan.etp;
  if (plan.zero === 3) {
    addGather(to.sharded, rates, groups.denseShard, plan.tp, s.denseParameters * (2 * weight + gradient));
    addGather(
      to.sharded,
      rates,
      groups.expertShard,
      expertStride,
      s.expertParameters * (2 * weight + gradient),
    );
    const replicas = groups.dense / groups.denseShard;
    if (replicas > 1)
      addGather(
        to.reduce,
        rates,
        replicas,
        plan.tp * groups.denseShard,
        (s.denseParameters / groups.denseShard) * gradient,
        2,
      );
    const expertReplicas = groups.experts / groups.expertShard;
    if (expertReplicas > 1) {
      addGather(
        to.reduce,
        rates,
        expertReplicas,
        expertStride * groups.expertShard,
        (s.expertParameters / groups.expertShard) * gradient,
        2,
      );
    }
  } else {
    const passes = plan.zero === 0 ? 2 : 1;
    addGather(to.reduce, rates, groups.dense, plan.tp, s.denseParameters * gradient, passes);
    addGather(to.reduce, rates, groups.experts, expertStride, s.expertParameters * gradient, passes);
    if (plan.zero > 0) {
      addGather(to.gather, rates, groups.dense, plan.tp, s.denseParameters * weight);
      addGather(to.gather, rates, groups.experts, expertStride, s.expertParameters * weight);
    }
  }
  const denseOwned =
    s.denseParameters / (plan.zero === 0 ? 1 : plan.zero === 3 ? groups.denseShard : groups.dense);
  const expertOwned =
    s.expertParameters / (plan.zero === 0 ? 1 : plan.zero === 3 ? groups.expertShard : groups.experts);
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
