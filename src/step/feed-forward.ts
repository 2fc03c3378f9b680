import type { DenseFeedForward, MoeFeedForward } from '../model';
import { steadyLog } from '../units';
import { addTensorParallel } from './attention';
import { addLinear, addVector, BF16, type Builder, type Linear, PLAIN, RECOMPUTED } from './builder';
import { addExpertExchange, addGather, type ExpertExchange } from './collectives';
import { hostSeconds } from './host';
import { LATENCY, laneSum } from './lanes';
import type { Routing, Switches, Training } from './types';

/** Does a recomputed part of a layer run again to its end, or only up to the last product, whose result backward does not need? */
const runsAgainWhole = (x: Builder): boolean => !x.setup.stack.switches.recomputeStopsEarly;

/** One gated or plain MLP of `rows` rows; activation traffic and saved bytes included. */
function addMlp(
  x: Builder,
  rows: number,
  h: number,
  intermediate: number,
  gated: boolean,
  recomputeAll: boolean,
  recomputeAct: boolean,
): void {
  const into = gated ? 2 * intermediate : intermediate;
  addLinear(x, rows, into, h, recomputeAll ? RECOMPUTED : PLAIN);
  addLinear(x, rows, h, intermediate, recomputeAll && runsAgainWhole(x) ? RECOMPUTED : PLAIN);
  addVector(
    x,
    rows * 2 * (into + intermediate),
    rows * (4 * into + 2 * intermediate),
    recomputeAct || recomputeAll,
  );
  if (!recomputeAll) x.saved += rows * 2 * (into + (recomputeAct ? 0 : intermediate));
  x.workspace = Math.max(x.workspace, rows * 2 * (into + intermediate));
}

export function addDense(x: Builder, ff: DenseFeedForward): void {
  const { tp, recompute } = x.plan;
  addMlp(x, x.tokens, x.setup.model.hidden, ff.intermediate / tp, ff.gated, recompute.mlp, recompute.act);
  addTensorParallel(x, 5);
  x.host += hostSeconds(x, 'dense');
}

/** Routing that a benchmark forces: every expert gets as many rows, by chance (`balanced`) or in turn (`round-robin`). */
const isForced = (routing: Routing): boolean => routing === 'balanced' || routing === 'round-robin';

/** Expected maximum of n standard normal draws (Gumbel approximation). */
function expectedMaximum(n: number): number {
  if (n < 2) return 0;
  const root = Math.sqrt(2 * steadyLog(n));
  return Math.max(
    0.56,
    root - (steadyLog(steadyLog(n)) + steadyLog(4 * Math.PI)) / (2 * root) + 0.577 / root,
  );
}

/** z(64)·sqrt((1 − 1/64)·64/256): the group for which the imbalance constants are stated. */
const REFERENCE_SPREAD = expectedMaximum(64) * Math.sqrt((1 - 1 / 64) * 0.25);

/**
 * Busiest over mean rank of an expert-parallel group: popularity of experts is skewed, and a rank averages over its
 * experts. A capacity factor bounds it; balanced routing with a capacity factor pads every expert to it.
 */
function expertImbalance(x: Builder, ff: MoeFeedForward, ep: number): number {
  const { routing, capacityFactor } = x.setup.training;
  const c = x.rates.constants;
  if (isForced(routing)) return capacityFactor ?? 1;
  const reference =
    routing === 'aux-free'
      ? c.imbalance_trained
      : routing === 'aux-loss'
        ? c.imbalance_aux
        : c.imbalance_untrained;
  const spread = ep > 1 ? expectedMaximum(ep) * Math.sqrt((1 - 1 / ep) * (ep / ff.experts)) : 0;
  const imbalance = 1 + ((reference - 1) * spread) / REFERENCE_SPREAD;
  return capacityFactor === null ? imbalance : Math.min(imbalance, Math.max(1, capacityFactor));
}

/**
 * Bytes that a routed row keeps for backward: the dispatched input, the activation's input and, unless recomputed, its
 * output. Low precision keeps GEMM inputs as one byte; the blockwise recipe also caches the activation's input so.
 */
function savedPerRow(x: Builder, h: number, into: number, f: number): number {
  const low = x.rates.lowPrecision ? 1 : 2;
  const { act } = x.plan.recompute;
  const activation = act && x.setup.training.precision === 'fp8-block' ? 1 : 2;
  return low * h + activation * into + (act ? 0 : low * f);
}

/**
 * A graph of the whole iteration cannot size buffers by the routing: they hold this many times the mean rows (the rank
 * capacity factor of every published full-iteration recipe).
 */
const STATIC_CAPACITY = 1.5;

/** Experts padded to a capacity have shapes that the host knows beforehand: it never waits for counts. */
export function isPadded({ routing, capacityFactor }: Training): boolean {
  return isForced(routing) && capacityFactor !== null;
}

/** Does the dispatcher gather the tokens of all ranks that share experts, in place of exchanging routed rows? */
function gathersTokens(x: Builder): boolean {
  return x.setup.stack.switches.dispatcher === 'allgather' && x.plan.ep * x.plan.etp > 1;
}

const gatheredTokens = (x: Builder): number => x.tokens * x.plan.ep * (x.plan.etp / x.plan.tp);

/**
 * Rows of the hidden size that the permutation to experts and back reads and writes. All-to-all dispatchers copy each
 * token to its top-k rows and add those up again. A gathering one takes its rows out of all gathered tokens and adds
 * them into a buffer of as many (Megatron-Core's all-gather dispatcher; MindSpeed, "MoE AllGather Dispatcher").
 */
function permutedRows(x: Builder, ff: MoeFeedForward, rows: number): number {
  if (gathersTokens(x)) return 2 * (2 * rows + gatheredTokens(x));
  return 2 * (ff.topK + 1) * (x.tokens / x.plan.tp);
}

/**
 * The constant by which the permutation moves more or less than its rows: none for the fused kernel. HybridEP permutes
 * inside its own kernels; DeepEP delivers each token once, and its rows are copied out after it.
 */
export function permuteFactor({ dispatcher, permuteFusion, indexedPermute }: Switches) {
  if (dispatcher === 'hybridep') return 'joined_permute';
  if (permuteFusion) return null;
  return indexedPermute ? 'indexed_permute' : 'unfused_permute';
}

/** The experts that are being added, and their exchange: one of each for all, as there are many. */
const EXPERTS: Linear = { ...PLAIN };
const EXCHANGE: ExpertExchange = {
  ranks: 1,
  stride: 1,
  experts: 1,
  topK: 1,
  neighbours: false,
  maxNodes: Number.POSITIVE_INFINITY,
  deduplicate: false,
  allGather: false,
};

/** Routed experts of one rank, their permutation, and the four all-to-alls. */
function addRouted(x: Builder, ff: MoeFeedForward): void {
  const { plan, rates } = x;
  const { switches } = x.setup.stack;
  const c = rates.constants;
  const h = ff.latentDim ?? x.setup.model.hidden;
  const perRank = x.tokens / plan.tp;
  const imbalance = expertImbalance(x, ff, plan.ep);
  const rows = plan.etp * perRank * ff.topK * imbalance;
  const local = ff.experts / plan.ep;
  const f = ff.intermediate / plan.etp;
  const into = ff.gated ? 2 * f : f;
  const again = plan.recompute.moe;
  const padded = isPadded(x.setup.training);
  // The fused kernel is of the low-precision recipes: it joins the casts to the products.
  const fused = switches.fusedGroupedMlp && rates.lowPrecision ? c.fused_expert_vector : 1;
  EXPERTS.groups = local;
  EXPERTS.exactRows = padded;
  EXPERTS.castFactor = fused;
  EXPERTS.recomputed = again;
  addLinear(x, rows / local, into, h, EXPERTS);
  const whole = again && runsAgainWhole(x);
  EXPERTS.recomputed = whole;
  addLinear(x, rows / local, h, f, EXPERTS);
  const activation = fused * (ff.clampedActivation ? c.clamped_activation : 1);
  addVector(
    x,
    rows * 2 * (into + f) * activation,
    rows * (4 * into + 2 * f) * activation,
    again || plan.recompute.act,
  );
  const deduplicate = switches.dispatcher === 'deepep' || switches.dispatcher === 'hybridep';
  const factor = permuteFactor(switches);
  const permute = 2 * h * permutedRows(x, ff, rows) * (factor === null ? 1 : c[factor]);
  addVector(x, permute, permute, again, 3);
  // Rows come off an all-to-all ordered by rank and are sorted by local expert, and back before the combine.
  if (switches.dispatcher === 'alltoall' && plan.ep * plan.etp > 1 && local > 1) {
    const sort = 8 * rows * h * (switches.permuteFusion ? 1 : c.unfused_sort);
    addVector(x, sort, sort, again, 2);
  }
  const held = rows * (switches.cudaGraphs === 'full' && !padded ? STATIC_CAPACITY : 1);
  if (!again) x.saved += held * savedPerRow(x, h, into, f);
  x.workspace = Math.max(x.workspace, held * (4 * h + 2 * (into + f)));

  EXCHANGE.ranks = plan.ep;
  EXCHANGE.stride = plan.etp;
  EXCHANGE.experts = ff.experts;
  EXCHANGE.topK = ff.topK;
  EXCHANGE.neighbours = x.setup.training.routing === 'round-robin';
  EXCHANGE.maxNodes = ff.maxNodes ?? Number.POSITIVE_INFINITY;
  EXCHANGE.deduplicate = deduplicate;
  EXCHANGE.allGather = switches.dispatcher === 'allgather';
  const skew = 1 + c.imbalance_comm * (imbalance - 1);
  const dispatch = (switches.fp8Dispatch ? 1 + 4 / 128 : 2) * h;
  addExpertExchange(x.ep, rates, EXCHANGE, perRank, dispatch, skew * (again ? 2 : 1));
  const dispatched = laneSum(x.ep);
  // Combine, and both backward; a part that runs again whole combines again.
  const rounds = whole ? 4 : 3;
  addExpertExchange(x.ep, rates, EXCHANGE, perRank, 2 * h, rounds * skew);
  x.exchangeForward = dispatched / (again ? 2 : 1) + (laneSum(x.ep) - dispatched) / rounds;
  // Expert tensor parallelism gathers the routed rows of its members and scatters the results, forward and backward;
  // a gathering dispatcher their tokens, of which it takes its rows. Recomputed experts need their rows once more.
  if (plan.etp > 1)
    addGather(
      x.etp,
      rates,
      plan.etp,
      1,
      2 * h * (gathersTokens(x) ? gatheredTokens(x) : rows),
      again ? 6 : 5,
    );
  x.host += hostSeconds(x, 'moe');
  if (!switches.groupedGemm) x.host += 3 * local * c.expert_loop;
  if (rates.lowPrecision && !switches.fusedGroupedMlp && switches.cudaGraphs !== 'full') {
    x.f[LATENCY] += (local * c.expert_quantise) / 3;
    x.b[LATENCY] += (2 * local * c.expert_quantise) / 3;
  }
  if (plan.ep > 1 && switches.cudaGraphs !== 'full' && !padded)
    x.f[LATENCY] +=
      switches.dispatcher === 'alltoall' || switches.dispatcher === 'allgather' ? c.sync_nccl : c.sync_flex;
}

export function addMoe(x: Builder, ff: MoeFeedForward): void {
  const { tp, recompute } = x.plan;
  const h = x.setup.model.hidden;
  const perRank = x.tokens / tp;
  addLinear(x, perRank, ff.experts, h, BF16);
  addVector(x, 60 * ff.experts * perRank, 60 * ff.experts * perRank, false, 6);
  x.saved += 8 * perRank * ff.experts;
  if (ff.latentDim !== null) {
    addLinear(x, perRank, ff.latentDim, h);
    addLinear(x, perRank, h, ff.latentDim);
    x.saved += 2 * perRank * (h + ff.latentDim);
  }
  addRouted(x, ff);
  if (ff.sharedIntermediate > 0) {
    addMlp(x, x.tokens, h, ff.sharedIntermediate / tp, ff.gated, recompute.moe, recompute.act);
    addTensorParallel(x, 5);
  }
}
