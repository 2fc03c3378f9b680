import { greatestCommonDivisor } from '../units';
import { LATENCY, OUT, UP } from './lanes';
import type { Rates } from './rates';

/**
 * Share of a domain's bandwidth that a group of n ranks can use. A switch gives each rank its full rate; in a full
 * mesh a rank reaches n − 1 peers over as many of its domain − 1 links.
 */
function domainShare(rates: Rates, n: number): number {
  if (!rates.mesh || rates.domainRanks <= 1) return 1;
  return Math.min(1, (n - 1) / (rates.domainRanks - 1));
}

/** Do so many ranks all but fill a domain? 64 of the 72 of an NVL72 rack do, and jobs are laid out so. */
const fills = (ranks: number, domain: number): boolean => 9 * ranks >= 8 * domain;

/** The largest divisor of a whole number n up to `most`. */
function divisorUpTo(n: number, most: number): number {
  let divisor = Math.min(n, most);
  while (n % divisor !== 0) divisor--;
  return divisor;
}

/**
 * Members of a group of n ranks, `stride` apart, that share one scale-up domain. Groups follow one another. Where whole
 * groups, or equal parts of one, nearly fill a domain, jobs are laid out so that no group is cut; elsewhere some group
 * straddles a border, and the smallest part that the borders cut off sets its pace. `all` ranks of the job may fit in one.
 */
export function ranksInDomain(
  rates: Rates,
  n: number,
  stride: number,
  all = Number.POSITIVE_INFINITY,
): number {
  if (all <= rates.domainRanks) return n;
  const room = Math.floor(rates.domainRanks / stride);
  if (room <= 1 || n <= 1) return 1;
  // A group of a plan that does not divide its ranks.
  if (!Number.isInteger(n)) return Math.min(n, room);
  const part = divisorUpTo(n, room);
  if (fills(Math.floor(room / part) * part, room)) return part;
  return greatestCommonDivisor(n, room);
}

/** What `ring` or `hop` last came to. */
export const RING = {
  /** Resource lane of the bandwidth that shows. */
  lane: UP as number,
  /** Seconds a byte of the full tensor (of what is sent). */
  secondsPerByte: 0.5,
  latencySeconds: 0.5,
};

/**
 * All-gather or reduce-scatter over n ≥ 2 ranks that are `stride` apart. A ring over all n ranks, one ring for each
 * member of a domain on its own rail: every boundary between domains passes (n − 1)/n of the tensor, split over the
 * rails. The slower of fabric and rails shows.
 */
export function ring(rates: Rates, n: number, stride: number, all?: number): void {
  const inside = ranksInDomain(rates, n, stride, all);
  const up = inside > 1 ? (inside - 1) / inside / (rates.upCollective * domainShare(rates, inside)) : 0;
  const within = inside >= n;
  const out = within ? 0 : (n - 1) / n / inside / rates.out;
  RING.lane = within || up > out ? UP : OUT;
  RING.secondsPerByte = Math.max(up, out);
  RING.latencySeconds = within ? rates.latencyUp : rates.latencyOut;
}

/** Adds the lanes of an all-gather or reduce-scatter of `bytes` (the full tensor) to `to`. */
export function addGather(
  to: Float64Array,
  rates: Rates,
  n: number,
  stride: number,
  bytes: number,
  factor = 1,
): void {
  if (n <= 1 || bytes <= 0) return;
  ring(rates, n, stride);
  to[RING.lane] += factor * bytes * RING.secondsPerByte;
  to[LATENCY] += factor * RING.latencySeconds;
}

/**
 * A send from each of n ≥ 2 ranks in a row, `stride` apart, to the next. Where the row leaves a scale-up domain, whoever
 * waits for all of them goes at the pace of the border.
 */
export function hop(rates: Rates, n: number, stride: number, all?: number): void {
  const within = ranksInDomain(rates, n, stride, all) >= n;
  const share = rates.mesh ? 1 / Math.max(1, rates.domainRanks - 1) : 1;
  RING.lane = within ? UP : OUT;
  RING.secondsPerByte = within ? 1 / (rates.upCollective * share) : 1 / rates.out;
  RING.latencySeconds = within ? rates.latencyUp : rates.latencyOut;
}

/** Adds the lanes of `hops` sends of `bytes` along a row of n ranks, one after another. */
export function addHops(
  to: Float64Array,
  rates: Rates,
  n: number,
  stride: number,
  hops: number,
  bytes: number,
): void {
  hop(rates, n, stride);
  to[RING.lane] += hops * bytes * RING.secondsPerByte;
  to[LATENCY] += hops * RING.latencySeconds;
}

/**
 * Expected number of distinct bins that k different experts, chosen by chance, lie in, of n equal bins of all experts: a
 * bin is missed when all k are drawn from the others.
 */
export function distinctBins(n: number, k: number, experts: number): number {
  if (n <= 1) return 1;
  const bin = experts / n;
  let missed = 1;
  for (let draw = 0; draw < k; draw++) missed *= Math.max(0, 1 - bin / (experts - draw));
  return n * (1 - missed);
}

/**
 * Mean number of distinct bins that k neighbouring experts reach, of n equal bins of all experts, where windows of k
 * follow each other round the experts: one, and one more for each bin border inside the window.
 */
export function neighbouringBins(n: number, k: number, experts: number): number {
  const bin = experts / n;
  if (n <= 1 || !Number.isInteger(bin)) return distinctBins(n, k, experts);
  return Math.min(n, 1 + k / bin - greatestCommonDivisor(k, bin) / bin);
}

export interface ExpertExchange {
  /** Ranks of the expert-parallel group and the distance between neighbours. */
  ranks: number;
  stride: number;
  experts: number;
  topK: number;
  /** Are the k experts of a token neighbours (handed out in turn), or chosen independently? */
  neighbours: boolean;
  /** Node-limited routing: at most this many nodes; Infinity = unlimited. */
  maxNodes: number;
  /** Deduplicating dispatcher (DeepEP, HybridEP) or plain all-to-all. */
  deduplicate: boolean;
  allGather: boolean;
}

/** Distinct bins, of n, that a token goes to. */
function reached(x: ExpertExchange, n: number): number {
  return x.neighbours ? neighbouringBins(n, x.topK, x.experts) : distinctBins(n, x.topK, x.experts);
}

/**
 * One expert all-to-all of `tokens` per rank with `bytesPerToken`: inside the domain and across nodes at once, the
 * slower one shows. With deduplication a token crosses once to each distinct node and once to each distinct rank
 * (or, across NVLink, once to each of its experts' ranks); without it once for each of its top-k experts.
 */
export function addExpertExchange(
  to: Float64Array,
  rates: Rates,
  x: ExpertExchange,
  tokens: number,
  bytesPerToken: number,
  factor = 1,
): void {
  if (x.ranks <= 1) return;
  const inside = ranksInDomain(rates, x.ranks, x.stride);
  const nodes = Math.max(1, x.ranks / inside);
  if (x.allGather) {
    addGather(to, rates, x.ranks, x.stride, tokens * x.ranks * bytesPerToken, factor);
    return;
  }
  const load = tokens * bytesPerToken;
  const copies = x.deduplicate ? Math.min(x.topK, reached(x, x.ranks)) : x.topK;
  const upRate = (x.deduplicate ? rates.upDispatch : rates.upAllToAll) * domainShare(rates, inside);
  // Deduplicated tokens are forwarded inside the receiving domain, so all copies cross its fabric.
  const upShare = x.deduplicate ? (inside - 1) / inside : (inside - 1) / inside / nodes;
  const up = inside > 1 ? (load * copies * upShare) / upRate : 0;
  const outCopies = x.deduplicate ? Math.min(x.maxNodes, reached(x, nodes)) : x.topK;
  const out = nodes > 1 ? (load * outCopies * (1 - 1 / nodes)) / rates.outAllToAll : 0;
  if (out > up) to[OUT] += factor * out;
  else to[UP] += factor * up;
  to[LATENCY] += factor * 2 * (nodes > 1 ? rates.latencyOut : rates.latencyUp);
}
