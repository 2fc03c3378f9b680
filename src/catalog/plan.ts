import type { Chip } from '../hardware';
import type { PlanConstraints } from '../search';
import { RECOMPUTE_PARTS, type Stack } from '../step';
import { words } from '../words';
import type { Offered, OpenDispatcher } from './offered';
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

/** A part of a plan that cannot be had, and what can. */
interface Unoffered {
  key: 'zero' | 'schedule' | 'dispatcher';
  message: string;
  expected: string;
}

/** What of the plan is fixed to something that the software lacks or the chip does not have; `asked` as it is written. */
export function unofferedParts(
  { zero, schedule, dispatcher }: PlanConstraints,
  asked: OpenDispatcher | undefined,
  chip: Chip,
  offered: Offered,
  { name, zeroStages, schedules }: Stack,
): Unoffered[] {
  const say = words().catalog;
  const found: Unoffered[] = [];
  const add = (key: Unoffered['key'], message: string, choices: readonly (string | number)[]) =>
    found.push({ key, message, expected: say.oneOf(choices.map(String)) });
  if (dispatcher?.length === 0)
    add('dispatcher', say.dispatcherUnsupported([asked].flat().join(', '), chip.name), offered.dispatchers);
  // To shard nothing is open to all.
  const stages = [...new Set([0, ...zeroStages])];
  if (typeof zero === 'number' && !stages.includes(zero))
    add('zero', say.notOfStack(`ZeRO-${zero}`, name), stages);
  if (schedule !== undefined && !schedules.includes(schedule))
    add('schedule', say.notOfStack(schedule, name), schedules);
  return found;
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
