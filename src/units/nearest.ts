import { distance } from 'fastest-levenshtein';

/**
 * The candidate closest to what was written, or null when none is near: at most a third of its letters (and at
 * least two) may differ. Letter case is the cheapest difference.
 */
export function nearest(written: string, candidates: readonly string[]): string | null {
  const allowed = Math.max(2, Math.ceil(written.length / 3));
  const lower = written.toLowerCase();
  let best: string | null = null;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const away =
      distance(lower, candidate.toLowerCase()) +
      (lower.length > 40 ? 0 : 0.01 * distance(written, candidate));
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}
