import { isObject, type Json, type JsonObject } from '../../state/json';
import { mapRange, VARIABLES, type Variable, variedKeys } from '../../state/vary';

const offered = (key: string): key is Variable => VARIABLES.some((name) => name === key);

/** The inputs that the scenario itself asks a map of, across and up, with its values; none where it asks no map. */
function ownInputs({ study, vary, ...rest }: JsonObject): [string, Json][] {
  if (!isObject(vary) || vary.sampling !== undefined) return [];
  const keys = variedKeys({ ...rest, vary });
  const asked = isObject(study) && study.kind === 'bottleneck_map';
  if (keys.length !== 2 || !(asked || keys.every(offered))) return [];
  return keys.map((key) => [key, vary[key]]);
}

/** The inputs to choose from: those that the page offers, and those of the scenario. */
export const mapInputs = (scenario: JsonObject): string[] => [
  ...new Set<string>([...VARIABLES, ...ownInputs(scenario).map(([key]) => key)]),
];

/** What is varied across and up: as chosen, else as the scenario asks, else the network's speed and the experts. */
export function mapAxes(
  scenario: JsonObject,
  chosen: { x: string | undefined; y: string | undefined },
): { x: string; y: string } {
  const known = mapInputs(scenario);
  const own = ownInputs(scenario).map(([key]) => key);
  const pick = (key: string | undefined) => known.find((name) => name === key);
  const x = pick(chosen.x) ?? own[0] ?? 'scale_out_bandwidth';
  const others = [pick(chosen.y), own[1], own[0], 'experts', 'chips'];
  return { x, y: others.find((key) => key !== undefined && key !== x) ?? 'experts' };
}

/** The values of an input: the scenario's own, or a usual range. */
export function mapValues(scenario: JsonObject, key: string): Json {
  const own = ownInputs(scenario).find(([name]) => name === key);
  return own ? own[1] : mapRange(key as Variable, scenario);
}
