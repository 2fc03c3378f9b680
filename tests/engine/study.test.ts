import measured from 'virtual:measured';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clonedEngine, type Engine, inlineEngine } from '../../src/engine';
import { nodeEngine } from '../../src/engine/node';
import type { Task } from '../../src/study';
import { buildWorker } from './build-worker';

let worker: Awaited<ReturnType<typeof buildWorker>>;
beforeAll(async () => {
  worker = await buildWorker('src/engine/node-worker.ts');
}, 60_000);
afterAll(() => worker?.remove());

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
const some = JSON.stringify({ points: measured.points.slice(0, 130) });

const tasks: Task[] = [
  { kind: 'compare', source },
  { kind: 'explain', source, cluster: null },
  { kind: 'explain', source, cluster: 'small' },
  { kind: 'vary', source },
  { kind: 'validate', pointsJson: some },
  { kind: 'catalog' },
  { kind: 'compare', source: { file: 'bad.yaml', text: 'model: no-such-model\n' } },
  { kind: 'validate', pointsJson: '{"points": [{}]}' },
];

/** All doubles to the last bit, columns included; only the time that the search took may differ. */
const bits = (value: unknown) =>
  JSON.stringify(value, (key, item) => {
    if (key === 'search_seconds') return undefined;
    if (item instanceof Float64Array) return Buffer.from(item.slice().buffer).toString('hex');
    return typeof item === 'number' && !Number.isFinite(item) ? String(item) : item;
  });

async function answers(engine: Engine): Promise<string[]> {
  const list: string[] = [];
  for (const task of tasks) list.push(bits(await engine.run(task)));
  engine.close();
  return list;
}

test('every task gives the same bits inline, cloned and in threads', async () => {
  const inline = await answers(inlineEngine());
  expect(inline.map((text) => text.startsWith('{"ok":true'))).toEqual([...Array(6).fill(true), false, false]);
  expect(await answers(clonedEngine())).toEqual(inline);
  expect(await answers(nodeEngine({ workers: 2, workerUrl: worker.url }))).toEqual(inline);
}, 120_000);
