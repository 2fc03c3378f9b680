import type { RecomputeFlags } from './builder';
import { type Plan, RECOMPUTE_PARTS } from './types';

/** Parses 'none', 'full' or a '+'-joined list of parts; unknown parts are ignored (the schema refuses them earlier). */
export function recomputeFlags(plan: Pick<Plan, 'recompute' | 'recomputeShare'>): RecomputeFlags {
  const parts = new Set(plan.recompute.split('+'));
  return {
    norm: parts.has('norm'),
    act: parts.has('act'),
    mlaUp: parts.has('mla-up'),
    core: parts.has('core'),
    moe: parts.has('moe'),
    mlp: parts.has('mlp'),
    full: parts.has('full') ? plan.recomputeShare : 0,
  };
}

/** Canonical name of a set of parts. */
export function recomputeName(parts: Iterable<string>): string {
  const set = new Set(parts);
  if (set.has('full')) return 'full';
  const named = RECOMPUTE_PARTS.filter((part) => set.has(part));
  return named.length === 0 ? 'none' : named.join('+');
}
