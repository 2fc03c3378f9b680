import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadScenario } from '../../src/catalog';
import { type IdleWork, withIdleWork } from '../../src/engine/idle-work';
import type { TaskOf } from '../../src/engine/types';
import * as study from '../../src/study';
import { runTask } from '../study/run-task';
import { fakeWork, taskOf } from './fake-work';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const task = taskOf({ parts: 2 });

/** Work whose idle steps count themselves. */
function counted(of: number) {
  const done: number[] = [];
  const after: IdleWork = () =>
    (function* () {
      for (let i = 0; i < of; i++) {
        done.push(i);
        yield;
      }
    })();
  return { done, work: withIdleWork(fakeWork as never, after) };
}

test('goes on by itself once nobody asks, to its end', () => {
  const { done, work } = counted(5);
  work.startTask(task);
  expect(done).toEqual([]);
  vi.runAllTimers();
  expect(done).toEqual([0, 1, 2, 3, 4]);
});

test('is put off by every call', () => {
  const { done, work } = counted(5);
  work.startTask(task);
  vi.advanceTimersByTime(1990);
  work.runPart({ task, part: { index: 0, of: 2 } });
  vi.advanceTimersByTime(1990);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(done).toEqual([0]);
  // Begun, it goes on after a shorter pause.
  work.runPart({ task, part: { index: 1, of: 2 } });
  vi.advanceTimersByTime(140);
  expect(done).toEqual([0]);
  vi.runAllTimers();
  expect(done).toEqual([0, 1, 2, 3, 4]);
});

test('answers are those of the work itself', () => {
  const { work } = counted(1);
  expect(work.startTask(task)).toEqual(fakeWork.startTask(task));
});

test('a rehearsal leaves the answers as they are', async () => {
  vi.useRealTimers();
  const source: TaskOf<'compare'>['source'] = {
    file: 'test',
    value: {
      question: 'Which?',
      model: 'qwen3-30b-a3b',
      training: { tokens: '1T', sequence: 4096, global_batch: '512 sequences' },
      clusters: [{ name: 'a', system: 'dgx-h100', chips: 64, stack: 'megatron-2025' }],
    },
  };
  const timeless = (report: study.CompareReport) =>
    JSON.stringify(report, (key, value) => (key === 'search_seconds' ? 0 : value));
  const before = await runTask<'compare'>({ kind: 'compare', source });
  const opened = loadScenario(source);
  expect([...study.rehearsal(source)].length).toBe(18);
  // What was open before it still is.
  expect(loadScenario(source)).toBe(opened);
  const after = await runTask<'compare'>({ kind: 'compare', source });
  expect(timeless(after)).toBe(timeless(before));
});
