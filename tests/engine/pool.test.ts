import { expect, test } from 'vitest';
import type { TaskKind, Work } from '../../src/engine';
import { Pool, type PoolWorker } from '../../src/engine/pool';
import type { Task } from '../../src/study';

/** A pool of two whose workers note the kinds of tasks that they are given. */
function noting() {
  const given: TaskKind[][] = [];
  const start = (): PoolWorker => {
    const own: TaskKind[] = [];
    given.push(own);
    const call = async (_: keyof Work, [task]: [Task]) => own.push(task.kind);
    return {
      remote: { call } as unknown as PoolWorker['remote'],
      terminate: async () => {},
      setBusy: () => {},
    };
  };
  const pool = new Pool(start, 2);
  const { signal } = new AbortController();
  const ask = (kind: TaskKind) => pool.call('startTask', [{ kind } as never], kind, signal);
  return { given, ask };
}

test('of idle workers the one is asked that has done the like', async () => {
  const { given, ask } = noting();
  await Promise.all([ask('catalog'), ask('compare')]);
  await ask('compare');
  await ask('catalog');
  await ask('explain');
  await ask('compare');
  expect(given).toEqual([
    ['catalog', 'catalog', 'explain'],
    ['compare', 'compare', 'compare'],
  ]);
});

test('one that has not is asked where the other is at work', async () => {
  const { given, ask } = noting();
  await ask('compare');
  await Promise.all([ask('compare'), ask('compare')]);
  expect(given).toEqual([['compare', 'compare'], ['compare']]);
});
