import { expect, test } from 'vitest';
import type { TaskKind, Work } from '../../src/engine';
import { Pool, type PoolWorker } from '../../src/engine/pool';
import type { Task } from '../../src/study';

/** A pool whose workers note the kinds of tasks that they are given. */
function noting(workers = 2) {
  const given: TaskKind[][] = [];
  const order: string[] = [];
  const start = (): PoolWorker => {
    const own: TaskKind[] = [];
    given.push(own);
    const call = async (method: keyof Work, [task]: [Task]) => {
      order.push(`${method} ${task.kind}`);
      return own.push(task.kind);
    };
    return {
      remote: { call } as unknown as PoolWorker['remote'],
      terminate: async () => {},
      setBusy: () => {},
    };
  };
  const pool = new Pool(start, workers);
  const { signal } = new AbortController();
  const ask = (kind: TaskKind) => pool.call('startTask', [{ kind } as never], kind, signal);
  const part = (kind: TaskKind) => pool.call('runPart', [{ kind } as never], kind, signal);
  return { given, order, ask, part };
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

test('a short call goes before the parts that wait, and so does the next one that its answer leads to', async () => {
  const { order, ask, part } = noting(1);
  const parts = [part('vary'), part('vary'), part('vary')];
  const short = ask('compare').then(() => ask('catalog'));
  await Promise.all([...parts, short]);
  expect(order).toEqual([
    'runPart vary',
    'startTask compare',
    'startTask catalog',
    'runPart vary',
    'runPart vary',
  ]);
});
