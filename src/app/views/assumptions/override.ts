import type { JsonObject } from '../../state/json';
import { clustersOf, override } from '../../state/scenario';

/** Sets, or with null takes back, a constant of the stacks of some clusters; what a base stack sets stays its own. */
export function setConstant(
  scenario: JsonObject,
  clusters: readonly number[],
  name: string,
  value: number | null,
): JsonObject {
  return clusters.reduce(
    (next, index) =>
      override(
        next,
        ['clusters', index, 'stack'],
        ['constants', name],
        value === null ? undefined : { value },
      ),
    scenario,
  );
}

/** Names of constants that a cluster of the scenario sets over its stack. */
export function setHere(scenario: JsonObject, cluster: number): string[] {
  const stack = clustersOf(scenario)[cluster]?.stack;
  const constants = stack && typeof stack === 'object' && !Array.isArray(stack) ? stack.constants : undefined;
  return constants && typeof constants === 'object' ? Object.keys(constants) : [];
}
