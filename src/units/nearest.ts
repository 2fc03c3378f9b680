import { distance } from 'fastest-levenshtein';

/** Letters from which on a part of a name tells which one is meant. */
const PART = 3;

/**
 * The candidate closest to what was written, or null when none is near: at most a third of its letters (and at
 * least two) may differ, or what was written is a part of it. Letter case is the cheapest difference.
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
  return best ?? shortestWith(lower, candidates);
}

/** The shortest candidate with this part in it; of equals the last, as names that end in a year or version rise. */
function shortestWith(part: string, candidates: readonly string[]): string | null {
  if (part.length < PART) return null;
  const having = candidates.filter((candidate) => candidate.toLowerCase().includes(part));
  return having.reduce<string | null>((a, b) => (a === null || b.length <= a.length ? b : a), null);
}
