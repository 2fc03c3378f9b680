import { isObject, type JsonObject } from '../../state/json';
import { words } from '../../words';

export const KINDS = ['rule_change', 'best_chip'] as const;
export type Kind = (typeof KINDS)[number];

/** A usual set of caps, for a scenario that names none. */
function usual(kind: Kind): JsonObject {
  if (kind === 'best_chip') return { kind, rules: ['us-2025-04-letters'] };
  const name = words.caps.usual;
  return {
    kind,
    caps: [
      { name: name.interconnect, interconnect: '400 GB/s' },
      { name: name.hbm, hbm: 'hbm2e' },
      { name: name.memory, memory_share: 0.5 },
      { name: name.fp8, fp8: false },
      { name: name.domain, domain: 8 },
    ],
  };
}

/** Which of the two the scenario asks; null where it asks neither. */
export function kindOf({ study }: JsonObject): Kind | null {
  return isObject(study) ? (KINDS.find((kind) => kind === study.kind) ?? null) : null;
}

/** The scenario as a question of a kind: its own, or the usual one. */
export function asking(now: JsonObject, kind: Kind): JsonObject {
  return kindOf(now) === kind ? now : { ...now, study: usual(kind) };
}
