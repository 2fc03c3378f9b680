import { BACKWARD, createOrder, FORWARD, type Order, push } from './types';

/**
 * Micro-batches that visit a chunk before the next chunk's turn: p, or, where the last group would be left with fewer
 * than p and its ranks would wait for each other for ever, the next number with a full enough rest (Megatron-Core's
 * microbatch-group-size-per-virtual-pipeline-stage).
 */
function groupSize(pp: number, m: number): number {
  for (let size = pp; size < m; size++) {
    const rest = m % size;
    if (rest === 0 || rest >= pp) return size;
  }
  return m;
}

/**
 * Interleaved 1F1B (Narayanan et al. 2021, as in Megatron-Core): groups of micro-batches visit chunk after chunk; rank r
 * runs 2(p − 1 − r) + (v − 1)·group passes ahead.
 */
export function interleaved(pp: number, vpp: number, m: number, rank: number): Order {
  const order = createOrder();
  const total = m * vpp;
  const group = groupSize(pp, m);
  const ahead = Math.min(total, 2 * (pp - 1 - rank) + (vpp - 1) * group);
  const put = (pass: number, k: number) => {
    const first = Math.floor(k / (group * vpp)) * group;
    const size = Math.min(group, m - first);
    const within = k - first * vpp;
    const visit = Math.floor(within / size);
    const v = pass === FORWARD ? visit : vpp - 1 - visit;
    push(order, pass, v * pp + rank, first + (within % size));
  };
  for (let k = 0; k < ahead; k++) put(FORWARD, k);
  for (let k = ahead; k < total; k++) {
    put(FORWARD, k);
    put(BACKWARD, k - ahead);
  }
  for (let k = total - ahead; k < total; k++) put(BACKWARD, k);
  return order;
}
