import { getIn, isObject, type Json, type JsonObject } from './json';
import { clustersOf } from './scenario';

/** The inputs that the page offers to vary, in the order shown. */
export const VARIABLES = [
  'experts',
  'top_k',
  'scale_out_bandwidth',
  'scale_up_bandwidth',
  'chips',
  'sequence',
  'memory_bandwidth',
  'memory',
  'bf16',
  'domain',
  'global_batch',
  'expert_ffn',
] as const;
export type Variable = (typeof VARIABLES)[number];

const GB = 1e9;
const TERA = 1e12;
const ranges: Record<Exclude<Variable, 'chips'>, Json> = {
  experts: [16, 32, 64, 128, 256, 512, 1024],
  top_k: [1, 2, 4, 6, 8, 12, 16],
  scale_out_bandwidth: gigabytes([6.25, 12.5, 25, 50, 100, 200, 400]),
  scale_up_bandwidth: gigabytes([25, 50, 100, 200, 400, 900, 1800]),
  sequence: [1024, 2048, 4096, 8192, 16384, 32768, 65536],
  memory_bandwidth: gigabytes([400, 800, 1600, 3200, 6400, 12800]),
  memory: [32, 48, 64, 80, 96, 128, 192, 288].map((value) => `${value} GB`),
  bf16: [150, 300, 600, 1000, 2000, 4000].map((value) => `${value} TFLOP/s`),
  domain: [8, 16, 32, 64, 128, 256],
  global_batch: [1024, 2048, 4096, 8192, 16384],
  expert_ffn: [512, 768, 1024, 1536, 2048, 3072, 4096],
};

function gigabytes(values: number[]): string[] {
  return values.map((value) => `${value} GB/s`);
}

/** Keys of `vary` that are no inputs. */
const GROUPS = ['constants', 'clusters', 'sampling', 'derived'];

/** Inputs of all clusters that the scenario varies by itself, in the order written. */
export function variedKeys(scenario: JsonObject): string[] {
  return isObject(scenario.vary) ? Object.keys(scenario.vary).filter((key) => !GROUPS.includes(key)) : [];
}

/** The first of them; null when there is none. */
export const variedKey = (scenario: JsonObject): string | null => variedKeys(scenario)[0] ?? null;

/** Does the scenario vary anything, constants and inputs of single clusters included? */
export function variesAnything(scenario: JsonObject): boolean {
  const { vary } = scenario;
  return (
    variedKeys(scenario).length > 0 ||
    (isObject(vary) && (isObject(vary.constants) || isObject(vary.clusters)))
  );
}

/** The scenario with one input varied over a range that shows what it does. */
export function withVaried(scenario: JsonObject, key: Variable): JsonObject {
  return { ...scenario, vary: { [key]: rangeOf(scenario, key) } };
}

const rangeOf = (scenario: JsonObject, key: Variable): Json =>
  key === 'chips' ? chipRange(scenario) : ranges[key];

/** Values of a second input: each is a line of its own. */
const LINES = 3;

/** The scenario with another input in the place of the one that is varied as `place`, or with none there. */
export function withVariedAt(scenario: JsonObject, place: number, key: Variable | null): JsonObject {
  const now = isObject(scenario.vary) ? scenario.vary : {};
  const keys = variedKeys(scenario);
  const kept = Object.entries(now).filter(([name]) => name !== keys[place] && name !== key);
  const at = Math.min(place, kept.length);
  const values = key && (now[key] ?? (place === 0 ? rangeOf(scenario, key) : spread(rangeOf(scenario, key))));
  const added: [string, Json][] = key && values ? [[key, values]] : [];
  const vary = Object.fromEntries([...kept.slice(0, at), ...added, ...kept.slice(at)]);
  return Object.keys(vary).length > 0 ? { ...scenario, vary } : withoutVaried(scenario);
}

/** A few of many values, the ends among them. */
function spread(values: Json): Json {
  if (!Array.isArray(values) || values.length <= LINES) return values;
  return Array.from(
    { length: LINES },
    (_, at) => values[Math.round((at * (values.length - 1)) / (LINES - 1))],
  );
}

const MAP_STEPS = 12;

/** As many values of an input as a map has cells one way, over the range of its curve; whole where it counts things. */
export function mapRange(key: Variable, scenario: JsonObject): Json {
  const values = key === 'chips' ? chipRange(scenario) : (ranges[key] as Json[]);
  const counts = typeof values[0] === 'number';
  const range = { from: values[0], to: values[values.length - 1], steps: MAP_STEPS, scale: 'log' };
  return counts ? values : range;
}

/** The scenario without its variation: what a plain comparison needs, whichever curve is looked at. */
export function withoutVaried(scenario: JsonObject): JsonObject {
  const { vary: _, ...rest } = scenario;
  return rest;
}

/** Powers of two from a quarter of the smallest cluster to four times the largest. */
function chipRange(scenario: JsonObject): number[] {
  const counts = clustersOf(scenario)
    .map((cluster) => Number(getIn(cluster, ['chips'])))
    .filter((count) => count > 0);
  if (counts.length === 0) return [1024, 4096, 16384, 65536];
  const first = Math.max(3, Math.floor(Math.log2(Math.min(...counts) / 4)));
  const last = Math.max(first + 2, Math.ceil(Math.log2(Math.max(...counts) * 2)));
  return Array.from({ length: last - first + 1 }, (_, index) => 2 ** (first + index));
}

export const DEFAULT_VARIABLE: Variable = 'experts';

/** Bytes, bytes per second, FLOP/s or a count → what an axis shows. */
export const axisScale = (key: string): number =>
  key === 'bf16' ? 1 / TERA : key.endsWith('bandwidth') || key === 'memory' ? 1 / GB : 1;
