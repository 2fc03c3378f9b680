import { afterEach, expect, test, vi } from 'vitest';
import { engineOn } from '../../src/engine/run';
import type { Executor, TaskOf } from '../../src/engine/types';
import { ok } from '../../src/units';

const task: TaskOf<'vary'> = { kind: 'vary', source: { file: 'test', value: {} } };
const PARTS = 8;
/** The part after which the reports are enough. */
const CHECK = 2;

afterEach(() => void vi.restoreAllMocks());

/** A clock on which every look is a second later: nothing is left untold for being too soon. */
function hurriedClock() {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
}

/** Every part is at work at once; parts `late` are done only when the reports are being put together. */
function executorWith(late: readonly number[]): Executor {
  const waiting: (() => void)[] = [];
  const methods = {
    startTask: async () => {
      const part = (index: number) => ({ index, of: PARTS, ...(index === CHECK ? { check: true } : {}) });
      return ok({ parts: Array.from({ length: PARTS }, (_, index) => ({ task, part: part(index) })) });
    },
    runPart: async ({ part }: { part: { index: number } }) => {
      if (late.includes(part.index)) await new Promise<void>((resolve) => waiting.push(resolve));
      return ok({});
    },
    isEnough: async () => true,
    mergeReports: async () => {
      for (const done of waiting) done();
      await new Promise((resolve) => setTimeout(resolve));
      return {};
    },
  };
  return {
    lanes: PARTS,
    call: (method, args) => (methods[method] as (...given: unknown[]) => Promise<never>)(...args),
    close: () => {},
  };
}

test.each([
  ['some parts are still at work', [4, 5, 6, 7]],
  ['all parts are done', []],
])('an early end is told once, and after it no part any more, where %s', async (_, late) => {
  hurriedClock();
  const told: number[] = [];
  const parts: number[] = [];
  const answer = await engineOn(executorWith(late)).run(task, {
    onProgress: (done, total) => told.push(done / total),
    onPart: (index) => parts.push(index),
  });
  expect(answer.ok).toBe(true);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.filter((share) => share === 1)).toHaveLength(1);
  expect(told[0]).toBe(0);
  for (const index of late) expect(parts).not.toContain(index);
});
