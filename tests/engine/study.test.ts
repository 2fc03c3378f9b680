import measured from 'virtual:measured';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clonedEngine, type Engine, inlineEngine } from '../../src/engine';
import { nodeEngine } from '../../src/engine/node';
import { buildWorker } from './build-worker';
import { BAD, bits, tasksWith } from './cases';

let worker: Awaited<ReturnType<typeof buildWorker>>;
beforeAll(async () => {
  worker = await buildWorker('src/engine/node-worker.ts');
}, 60_000);
afterAll(() => worker?.remove());

const tasks = tasksWith(measured.points);

async function answers(engine: Engine): Promise<string[]> {
  const list: string[] = [];
  for (const task of tasks) list.push(bits(await engine.run(task)));
  engine.close();
  return list;
}

test('every task gives the same bits inline, cloned and in threads', async () => {
  const inline = await answers(inlineEngine());
  expect(inline.map((text) => text.startsWith('{"ok":true'))).toEqual([
    ...Array(tasks.length - BAD).fill(true),
    ...Array(BAD).fill(false),
  ]);
  expect(await answers(clonedEngine())).toEqual(inline);
  expect(await answers(nodeEngine({ workers: 2, workerUrl: worker.url }))).toEqual(inline);
}, 120_000);
