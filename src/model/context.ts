import type { Attention } from './types';

/**
 * Mean number of positions that a query attends to: S/2 under a causal mask; w − w²/2S with a window of w, the
 * exact mean over a sequence; with sparse attention at most top-k, and dense where S/2 is no more than that, plus a
 * local window where the rest is compressed. Linear attention has no context: 0.
 */
export function meanContext(attention: Attention, sequence: number): number {
  if (attention.kind === 'gqa') return windowed(sequence, attention.window);
  if (attention.kind === 'mla') {
    const visible = sequence / attention.contextCompression;
    const picked = Math.min(visible / 2, attention.sparse?.topK ?? Number.POSITIVE_INFINITY);
    if (attention.localWindow === 0) return picked;
    return Math.min(sequence / 2, picked + windowed(sequence, attention.localWindow));
  }
  return 0;
}

/** Mean positions that the sparse-attention indexer scores per query; 0 without one. */
export function indexerContext(attention: Attention, sequence: number): number {
  if (attention.kind !== 'mla' || !attention.sparse) return 0;
  return sequence / attention.contextCompression / 2;
}

function windowed(sequence: number, window: number | null): number {
  if (window === null || window >= sequence) return sequence / 2;
  return window - (window * window) / (2 * sequence);
}
