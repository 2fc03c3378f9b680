import { isObject, type JsonObject } from '../../state/json';

export const KINDS = ['rule_change', 'best_chip'] as const;
export type Kind = (typeof KINDS)[number];

/** A usual set of caps, for a scenario that names none. */
const USUAL: Readonly<Record<Kind, JsonObject>> = {
  rule_change: {
    kind: 'rule_change',
    caps: [
      { name: 'interconnect 400 GB/s', interconnect: '400 GB/s' },
      { name: 'no HBM3', hbm: 'hbm2e' },
      { name: 'half the memory', memory_share: 0.5 },
      { name: 'no FP8', fp8: false },
      { name: 'domain of 8', domain: 8 },
    ],
  },
  best_chip: { kind: 'best_chip', rules: ['us-2025-04-letters'] },
};

/** Which of the two the scenario asks; null where it asks neither. */
export function kindOf({ study }: JsonObject): Kind | null {
  return isObject(study) ? (KINDS.find((kind) => kind === study.kind) ?? null) : null;
}

/** The scenario as a question of a kind: its own, or the usual one. */
export function asking(now: JsonObject, kind: Kind): JsonObject {
  return kindOf(now) === kind ? now : { ...now, study: USUAL[kind] };
}
