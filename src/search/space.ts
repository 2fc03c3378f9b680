import type { Model } from '../model';
import {
  bubblePasses,
  clusterRanks,
  flightLimit,
  layoutShape,
  leastMicroBatches,
  microBatchesOf,
  type Plan,
  type Schedule,
  type Setup,
  scheduleProblem,
} from '../step';
import type { PlanConstraints } from './types';

/** Share by which the batch of a plan may differ from the one asked for, after rounding to dp·microBatch. */
export const BATCH_TOLERANCE = 0.05;

/** The values that each dimension of a plan may take, before they are combined. */
export interface PlanSpace {
  ranks: number;
  tp: number[];
  cp: number[];
  pp: number[];
  ep: number[];
  microBatch: number[];
  recompute: string[];
  /** Schedule and virtual stages together. */
  schedules: { schedule: Schedule; vpp: number }[];
  zero: Plan['zero'][];
  etp: (tp: number) => number[];
  dpAllowed: (dp: number) => boolean;
}

type NumericKey = Exclude<keyof PlanConstraints, 'schedule' | 'recompute'>;

/** Values that a constraint lets through; a pinned number is offered even where the default list lacks it. */
function allowed(values: number[], constraints: PlanConstraints, key: NumericKey): number[] {
  const rule = constraints[key];
  if (rule === undefined) return values;
  if (typeof rule === 'number') return [rule];
  return values.filter(
    (value) => value >= (rule.min ?? 0) && value <= (rule.max ?? Number.POSITIVE_INFINITY),
  );
}

function powersOfTwo(limit: number): number[] {
  const values: number[] = [];
  for (let value = 1; value <= limit; value *= 2) values.push(value);
  return values;
}

function divisors(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);
}

function firstMoe(model: Model) {
  for (const kind of model.kinds) if (kind.feedForward?.kind === 'moe') return kind.feedForward;
  return null;
}

/** TP must divide the attention heads of every layer; key/value heads are replicated where they are fewer. */
function tensorParallel(setup: Setup): number[] {
  const limit = Math.min(16, setup.cluster.system.scaleUp.domainChips * setup.cluster.system.chip.dies);
  return powersOfTwo(limit).filter((t) =>
    setup.model.kinds.every(({ attention: a }) => {
      if (!a) return true;
      const heads = a.kind === 'gated-delta' ? a.keyHeads : a.heads;
      return heads % t === 0;
    }),
  );
}

/** Stage counts: powers of two, their 3- and 5-fold, and the divisors of the layer count. */
function pipelineStages(layers: number, ranks: number): number[] {
  const limit = Math.min(layers, ranks, 128);
  const values = new Set([
    ...powersOfTwo(limit),
    ...powersOfTwo(limit / 3).map((v) => 3 * v),
    ...powersOfTwo(limit / 5).map((v) => 5 * v),
    ...divisors(layers),
  ]);
  return [...values].filter((v) => v <= limit).sort((a, b) => a - b);
}

function recomputeChoices(model: Model): string[] {
  const moe = firstMoe(model) !== null;
  const mla = model.kinds.some((kind) => kind.attention?.kind === 'mla');
  const light = mla ? 'norm+act+mla-up' : 'norm+act';
  return moe
    ? ['none', 'act', light, `${light}+moe`, 'full']
    : ['none', 'act', light, `${light}+core`, 'full'];
}

export function planSpace(setup: Setup, constraints: PlanConstraints): PlanSpace {
  const { model, training, stack } = setup;
  const ranks = clusterRanks(setup);
  const layers = model.layerKinds.length;
  const moe = firstMoe(model);
  const schedules: PlanSpace['schedules'] = [];
  for (const schedule of stack.schedules) {
    if (constraints.schedule && constraints.schedule !== schedule) continue;
    const vpp = schedule === 'interleaved' ? [2, 3, 4, 5, 6, 8, 10, 12] : [1];
    for (const v of allowed(vpp, constraints, 'vpp')) schedules.push({ schedule, vpp: v });
  }
  const sequences = powersOfTwo(Math.min(64, training.sequence / 4096));
  const allowedDp = constraints.dp;
  return {
    ranks,
    tp: allowed(tensorParallel(setup), constraints, 'tp'),
    cp: allowed(sequences.length > 0 ? sequences : [1], constraints, 'cp'),
    pp: allowed(pipelineStages(layers, ranks), constraints, 'pp'),
    ep: allowed(moe ? divisors(moe.experts).filter((e) => e <= 1024) : [1], constraints, 'ep'),
    microBatch: allowed([1, 2, 4, 8], constraints, 'microBatch'),
    recompute: constraints.recompute ? [constraints.recompute] : recomputeChoices(model),
    schedules,
    zero: allowed([...stack.zeroStages], constraints, 'zero') as Plan['zero'][],
    etp: (tp) => allowed(moe && tp > 1 ? [1, tp] : [1], constraints, 'etp'),
    dpAllowed: (dp) =>
      allowedDp === undefined ||
      (typeof allowedDp === 'number'
        ? dp === allowedDp
        : dp >= (allowedDp.min ?? 0) && dp <= (allowedDp.max ?? Number.POSITIVE_INFINITY)),
  };
}

/** Has the space each of the plan's degrees, but for its pipeline and its replicas? */
export function offers(space: PlanSpace, plan: Plan): boolean {
  return (
    space.tp.includes(plan.tp) &&
    space.cp.includes(plan.cp) &&
    space.ep.includes(plan.ep) &&
    space.etp(plan.tp).includes(plan.etp) &&
    space.microBatch.includes(plan.microBatch) &&
    space.recompute.includes(plan.recompute) &&
    space.zero.includes(plan.zero)
  );
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Data-parallel sizes worth trying for fixed other dimensions: the most ranks that expert folding allows, and the most
 * that divide the batch evenly. Chips left over stand idle. Writes [dp, micro-batches] pairs; returns how many.
 */
export function replicaChoices(out: number[], space: PlanSpace, globalBatch: number, plan: Plan): number {
  const shard = plan.tp * plan.cp;
  const most = Math.floor(space.ranks / (shard * plan.pp));
  const experts = plan.ep * plan.etp;
  const step = experts / greatestCommonDivisor(experts, shard);
  let found = 0;
  const offer = (dp: number, m: number) => {
    if (dp < 1 || m < 1 || !space.dpAllowed(dp)) return;
    const batch = dp * m * plan.microBatch;
    if (Math.abs(batch / globalBatch - 1) > BATCH_TOLERANCE) return;
    if (scheduleProblem(plan.schedule, plan.pp, plan.vpp, m) !== null) return;
    if (microBatchesOf(globalBatch, dp, plan.microBatch) !== m) return;
    for (let i = 0; i < found; i++) if (out[2 * i] === dp) return;
    out[2 * found] = dp;
    out[2 * found + 1] = m;
    found++;
  };
  const dp = Math.floor(most / step) * step;
  if (dp < 1) return 0;
  offer(dp, microBatchesOf(globalBatch, dp, plan.microBatch));
  const m = Math.max(1, Math.ceil(globalBatch / (dp * plan.microBatch)));
  offer(Math.min(dp, Math.floor(globalBatch / (plan.microBatch * m) / step) * step), m);
  return found;
}

/** One way to cut the layers into pipeline stages. */
export interface Pipeline {
  pp: number;
  vpp: number;
  schedule: Schedule;
  /** Copies of the weights on each rank. */
  copies: number;
  /** Fewest micro-batches in flight on any rank. */
  flight: number;
  /** Least idle time of a step, in passes of the mean rank. */
  bubble: number;
}

/** All pipelines of a space that the model's layers allow, in the order of the space. */
export function pipelines(model: Model, space: PlanSpace): Pipeline[] {
  const layers = model.layerKinds.length;
  return space.pp.flatMap((pp) =>
    space.schedules.flatMap(({ schedule, vpp }) => {
      const chunks = schedule === 'dualpipev' ? 2 * pp : pp * vpp;
      // With the most micro-batches that a schedule asks for; too few are refused when replicas are chosen.
      const possible = chunks <= layers && scheduleProblem(schedule, pp, vpp, 4 * pp) === null;
      const flight = flightLimit(layoutShape(schedule), pp, vpp, pp - 1);
      return possible
        ? [
            {
              pp,
              vpp,
              schedule,
              copies: schedule === 'dualpipe' ? 2 : 1,
              flight: Math.min(leastMicroBatches(schedule, pp), flight),
              bubble: bubblePasses(schedule, pp, vpp, pp),
            },
          ]
        : [];
    }),
  );
}
