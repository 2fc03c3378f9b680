import type { Task } from '../../src/study';

const source = {
  file: 'small.yaml',
  text: `question: How fast are two small clusters?
model: qwen3-30b-a3b
training: {tokens: 1T, sequence: 4096, global_batch: 256 sequences, precision: bf16}
clusters:
  - {name: small, system: dgx-h100, chips: 64, stack: megatron-2025}
  - {name: Ascend, system: atlas-800t-a2, chips: 64, stack: mindspeed-2025}
  - {name: too small, system: dgx-h100, chips: 1, stack: megatron-2025}
vary: {experts: [64, 128, 256]}
`,
};

/** One task of every kind, good and bad, that each form of the engine must answer with the same bits. */
export const tasksWith = (points: readonly unknown[]): Task[] => [
  { kind: 'compare', source },
  { kind: 'explain', source, cluster: null },
  { kind: 'explain', source, cluster: 'small' },
  { kind: 'vary', source },
  { kind: 'search', source, exhaustive: false, top: 3 },
  { kind: 'validate', pointsJson: JSON.stringify({ points: points.slice(0, 130) }) },
  { kind: 'catalog' },
  { kind: 'compare', source: { file: 'bad.yaml', text: 'model: no-such-model\n' } },
  { kind: 'validate', pointsJson: '{"points": [{}]}' },
  { kind: 'kernels', json: '{}' },
];

/** How many of them, at the end, are bad input. */
export const BAD = 3;

/** All doubles to the last bit, columns included; only the time that the search took may differ. */
export const bits = (value: unknown): string =>
  JSON.stringify(value, function (this: object, key, item) {
    if (key === 'search_seconds' || (key === 'seconds' && 'exhaustive' in this)) return undefined;
    if (item instanceof Float64Array) return Array.from(new Uint8Array(item.slice().buffer)).join();
    return typeof item === 'number' && !Number.isFinite(item) ? String(item) : item;
  });
