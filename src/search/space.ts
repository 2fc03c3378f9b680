import type { Model } from '../model';
import { clusterRanks, type Plan, type Schedule, type Setup } from '../step';
import { degreeProblem, firstMoe, headCounts } from './pins';
import type { DomainKey, NumericKey, PlanConstraints } from './types';
import type { Choice } from './variants';

/** Share by which the batch of a plan may differ from the one asked for, after rounding to dp·microBatch. */
export const BATCH_TOLERANCE = 0.05;

/** ZeRO stage, and for stage 3 the scale-up domains that one shard group spans (hybrid sharding); 0: all replicas. */
export interface Sharding {
  zero: Plan['zero'];
  domains: number;
}

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
  shardings: Sharding[];
  etp: (tp: number) => number[];
  /** Replicas that the user lets through. */
  dpLeast: number;
  dpMost: number;
  /** Do the groups of a layer plan lie in one scale-up domain where they must? */
  domainAllowed: (tp: number, cp: number, ep: number, etp: number) => boolean;
  domainRanks: number;
}

/** Values that a constraint lets through; a pinned number is offered even where the default list lacks it, if any plan can have it. */
function allowed(setup: Setup, values: number[], constraints: PlanConstraints, key: NumericKey): number[] {
  const rule = constraints[key];
  if (rule === undefined) return values;
  if (typeof rule === 'number') return degreeProblem(setup, key, rule) === null ? [rule] : [];
  return values.filter(
    (value) => value >= (rule.min ?? 0) && value <= (rule.max ?? Number.POSITIVE_INFINITY),
  );
}

function powersOfTwo(limit: number): number[] {
  const values: number[] = [];
  for (let value = 1; value <= limit; value *= 2) values.push(value);
  return values;
}

/** In rising order. */
function divisors(n: number): number[] {
  const small: number[] = [];
  for (let d = 1; d * d <= n; d++) if (n % d === 0) small.push(d);
  const large = small.map((d) => n / d).reverse();
  return small.at(-1) === large[0] ? [...small, ...large.slice(1)] : [...small, ...large];
}

/** TP must divide the attention heads of every layer. */
function tensorParallel(setup: Setup): number[] {
  const limit = Math.min(16, setup.cluster.system.scaleUp.domainChips * setup.cluster.system.chip.dies);
  const heads = headCounts(setup.model);
  return powersOfTwo(limit).filter((t) => heads.every((count) => count % t === 0));
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

/** Scale-up domains of a shard group that are tried besides sharding over all replicas. */
const HYBRID_DOMAINS = [0, 1, 2, 4, 8, 16, 32] as const;

/** Ranks of a shard group; 0: all replicas. */
const shardSize = ({ domainRanks }: PlanSpace, { domains }: Sharding, tp: number): number =>
  domains * Math.max(1, Math.floor(domainRanks / tp));

/** Is the group a proper part of so many replicas, or all of them? */
export const shardsEvenly = (group: number, replicas: number): boolean =>
  group === 0 || (group > 1 && group < replicas && replicas % group === 0);

/** What a stage works with in each of its layers. */
export interface LayerDegrees {
  tp: number;
  cp: number;
  ep: number;
  etp: number;
  microBatch: number;
}

/** Every combination that the cluster has room for, in the order of the space; `at` counts tp, cp and micro-batch. */
export function eachLayerPlan(
  space: PlanSpace,
  visit: (tp: number, cp: number, ep: number, etp: number, microBatch: number, at: number) => void,
): void {
  const { length } = space.microBatch;
  space.tp.forEach((tp, t) => {
    space.cp.forEach((cp, c) => {
      if (tp * cp > space.ranks) return;
      for (const etp of space.etp(tp)) {
        for (const ep of space.ep) {
          if (ep * etp > space.ranks || !space.domainAllowed(tp, cp, ep, etp)) continue;
          space.microBatch.forEach((microBatch, b) => {
            visit(tp, cp, ep, etp, microBatch, (t * space.cp.length + c) * length + b);
          });
        }
      }
    });
  });
}

/** A plan of these degrees that is filled in further. */
export const layerPlan = (
  { tp, cp, ep, etp, microBatch }: LayerDegrees,
  recompute: string,
  choice: Choice = {},
): Plan => ({
  tp,
  cp,
  ep,
  etp,
  microBatch,
  pp: 1,
  vpp: 1,
  dp: 1,
  zero: 1,
  shardGroup: 0,
  recompute,
  recomputeShare: 1,
  schedule: '1f1b',
  ...choice,
});

/** Sets the stage and the group of a way of sharding; false where a plan of so many stages has no such. */
export function setSharding(plan: Plan, space: PlanSpace, sharding: Sharding): boolean {
  // Parameters gathered for every micro-batch pay off only without a pipeline.
  if (sharding.zero === 3 && plan.pp > 1) return false;
  plan.zero = sharding.zero;
  plan.shardGroup = shardSize(space, sharding, plan.tp);
  return true;
}

export function planSpace(setup: Setup, constraints: PlanConstraints): PlanSpace {
  const { model, training, stack } = setup;
  const ranks = clusterRanks(setup);
  const layers = model.layerKinds.length;
  const moe = firstMoe(model);
  const offered = (values: number[], key: NumericKey) => allowed(setup, values, constraints, key);
  const schedules: PlanSpace['schedules'] = [];
  for (const schedule of stack.schedules) {
    if (constraints.schedule && constraints.schedule !== schedule) continue;
    const vpp = schedule === 'interleaved' ? [2, 3, 4, 5, 6, 8, 10, 12] : [1];
    for (const v of offered(vpp, 'vpp')) schedules.push({ schedule, vpp: v });
  }
  const sequences = powersOfTwo(Math.min(64, training.sequence / 4096));
  const { inDomain = [], dp } = constraints;
  const domainRanks = setup.cluster.system.scaleUp.domainChips * setup.cluster.system.chip.dies;
  const inside = (key: DomainKey, size: number) => !inDomain.includes(key) || size <= domainRanks;
  return {
    ranks,
    tp: offered(tensorParallel(setup), 'tp'),
    cp: offered(sequences.length > 0 ? sequences : [1], 'cp'),
    pp: offered(pipelineStages(layers, ranks), 'pp'),
    ep: offered(moe ? divisors(moe.experts).filter((e) => e <= 1024) : [1], 'ep'),
    microBatch: offered([1, 2, 4, 8], 'microBatch'),
    recompute: constraints.recompute ? [constraints.recompute] : recomputeChoices(model),
    schedules,
    shardings: (offered([...stack.zeroStages], 'zero') as Plan['zero'][]).flatMap((zero) =>
      (zero === 3 ? HYBRID_DOMAINS : [0]).map((domains) => ({ zero, domains })),
    ),
    etp: (tp) => offered(moe && tp > 1 ? [1, tp] : [1], 'etp'),
    domainRanks,
    domainAllowed: (tp, cp, ep, etp) =>
      inside('tp', tp) && inside('cp', tp * cp) && inside('ep', ep * etp) && inside('etp', etp),
    dpLeast: typeof dp === 'number' ? dp : (dp?.min ?? 1),
    dpMost: typeof dp === 'number' ? dp : (dp?.max ?? Number.POSITIVE_INFINITY),
  };
}
