import type { PlanConstraints } from '../search';
import { RECOMPUTE_PARTS, type Stack } from '../step';
import { words } from '../words';
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

/** Why a part of a plan cannot be had, and what can. */
export interface Refusal {
  message: string;
  expected: string;
}

/** A fixed ZeRO stage that the software lacks. To shard nothing (stage 0) is open to all. */
export function zeroRefusal({ zero }: PlanConstraints, { name, zeroStages }: Stack): Refusal | null {
  const stages = [...new Set([0, ...zeroStages])];
  if (typeof zero !== 'number' || stages.includes(zero)) return null;
  const say = words().catalog;
  return { message: say.notOfStack(`ZeRO-${zero}`, name), expected: say.oneOf(stages.map(String)) };
}

/** A fixed schedule that the software lacks. */
export function scheduleRefusal({ schedule }: PlanConstraints, { name, schedules }: Stack): Refusal | null {
  if (schedule === undefined || schedules.includes(schedule)) return null;
  const say = words().catalog;
  return { message: say.notOfStack(schedule, name), expected: say.oneOf(schedules) };
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
