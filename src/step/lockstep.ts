import type { Model } from '../model';
import { chunkCounts, layerWeights } from './layer-split';
import { recomputeFlags } from './recompute';
import type { Plan } from './types';

/** Weights over the mean chunk's or rank's: heaviest chunk but the last, last chunk, heaviest rank. */
interface ChunkSpread {
  heaviest: number;
  last: number;
  rank: number;
}

function measureSpread(model: Model, pp: number, vpp: number): ChunkSpread {
  const { kinds, head } = layerWeights(model);
  const perRow = [...kinds, 0, head, 2 * model.hidden * model.hidden];
  const loads = chunkCounts(model, pp, vpp, 'loop').map((counts) =>
    counts.reduce((sum, n, row) => sum + n * perRow[row], 0),
  );
  const mean = loads.reduce((a, b) => a + b, 0) / loads.length;
  const ranks = new Array<number>(pp).fill(0);
  loads.forEach((load, chunk) => {
    ranks[chunk % pp] += load;
  });
  return {
    heaviest: Math.max(...loads.slice(0, -1), mean) / mean,
    last: loads[loads.length - 1] / mean,
    rank: Math.max(...ranks) / (mean * vpp),
  };
}

const known = new WeakMap<Model, Map<string, ChunkSpread>>();

function chunkSpread(model: Model, pp: number, vpp: number): ChunkSpread {
  const spreads = known.get(model) ?? new Map<string, ChunkSpread>();
  known.set(model, spreads);
  const key = `${pp},${vpp}`;
  const spread = spreads.get(key) ?? measureSpread(model, pp, vpp);
  spreads.set(key, spread);
  return spread;
}

/**
 * Operations of an interleaved step that follow each other in lockstep, idle ones included, and how many of them come
 * before the first backward is on its way. Micro-batches go round in groups, of pp where they divide.
 */
export function lockstepOperations(pp: number, vpp: number, m: number): { all: number; forwards: number } {
  const group = m / Math.max(1, Math.floor(m / pp));
  return { all: 2 * (vpp * m + pp - 1), forwards: Math.min(vpp * m, (vpp - 1) * group + pp) };
}

/** Share of an MoE block's forward pass that its experts and their exchange take: from a sixth to two thirds. */
const EXPERTS_OF_BLOCK = 0.4;

/** Share of a pass that is its backward: two thirds, three quarters where all of it is recomputed. */
function backwardOfPass(plan: Pick<Plan, 'recompute' | 'recomputeShare'>): number {
  const { full, moe } = recomputeFlags(plan);
  const again = Math.max(full, moe ? EXPERTS_OF_BLOCK : 0);
  return (2 + again) / (3 + again);
}

/**
 * Idle time of an interleaved step beyond m passes of the busiest rank, in passes of the mean one, where the ranks move
 * in lockstep: PyTorch's schedule numbers the operations of all ranks alike and exchanges after each
 * (pytorch/pytorch pull request 127332). Each lasts as long as its slowest: once the first backward has begun some rank
 * is in one at any time, and of the chunks the heaviest counts; the last one, with the head, only in its own. A share of
 * the pass, not a difference of its parts, so that the idle time never grows when a rate does.
 */
export function lockstepPasses(model: Model, plan: Plan, m: number): number {
  const { pp, vpp } = plan;
  const backward = backwardOfPass(plan);
  const spread = chunkSpread(model, pp, vpp);
  const { all, forwards } = lockstepOperations(pp, vpp, m);
  const common = (all - forwards) * backward + forwards * (1 - backward);
  const own = m * backward * Math.max(0, spread.last - spread.heaviest);
  return (common * spread.heaviest + own) / vpp - m * spread.rank;
}
