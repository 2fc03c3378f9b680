import type { PlanConstraints } from '../search';
import { RECOMPUTE_PARTS } from '../step';
import type { OpenDispatcher } from './offered';
import type { FlatPlan } from './schema/plan';

/** What of the plan is fixed; a cluster's own plan takes the place of the scenario's key by key. */
export function toConstraints(all: FlatPlan, own: FlatPlan | undefined): PlanConstraints {
  if (own === 'auto') return {};
  const {
    micro_batch,
    recompute,
    in_domain,
    dispatcher: _,
    ...rest
  } = { ...(all === 'auto' ? {} : all), ...own };
  const constraints: PlanConstraints = { ...rest };
  if (micro_batch !== undefined) constraints.microBatch = micro_batch;
  if (in_domain !== undefined) constraints.inDomain = in_domain;
  if (recompute !== undefined) constraints.recompute = inOrder(recompute);
  return constraints;
}

/** The dispatcher that is asked for, own before all; undefined: the stack's. */
export function dispatcherAsked(all: FlatPlan, own: FlatPlan | undefined): OpenDispatcher | undefined {
  if (own === 'auto') return undefined;
  return own?.dispatcher ?? (all === 'auto' ? undefined : all.dispatcher);
}

function inOrder(recompute: string): string {
  if (recompute === 'none' || recompute === 'full') return recompute;
  const parts = new Set(recompute.split('+'));
  return RECOMPUTE_PARTS.filter((part) => parts.has(part)).join('+');
}
