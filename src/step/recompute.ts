import type { RecomputeFlags } from './builder';
import { type Plan, RECOMPUTE_PARTS } from './types';

const parsed = new Map<string, Omit<RecomputeFlags, 'full'> & { full: boolean }>();

function partsOf(recompute: string) {
  const known = parsed.get(recompute);
  if (known) return known;
  const parts = new Set(recompute.split('+'));
  const flags = {
    norm: parts.has('norm'),
    act: parts.has('act'),
    mlaUp: parts.has('mla-up'),
    core: parts.has('core'),
    moe: parts.has('moe'),
    mlp: parts.has('mlp'),
    full: parts.has('full'),
  };
  parsed.set(recompute, flags);
  return flags;
}

/** Parses 'none', 'full' or a '+'-joined list of parts; unknown parts are ignored (the schema refuses them earlier). */
export function recomputeFlags(plan: Pick<Plan, 'recompute' | 'recomputeShare'>): RecomputeFlags {
  const parts = partsOf(plan.recompute);
  return { ...parts, full: parts.full ? plan.recomputeShare : 0 };
}

/** Canonical name of a set of parts. */
export function recomputeName(parts: Iterable<string>): string {
  const set = new Set(parts);
  if (set.has('full')) return 'full';
  const named = RECOMPUTE_PARTS.filter((part) => set.has(part));
  return named.length === 0 ? 'none' : named.join('+');
}
