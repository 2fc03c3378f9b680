import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clonedEngine, type Engine, InternalError, inlineEngine } from '../../src/engine';
import { nodeEngine } from '../../src/engine/node';
import { buildWorker } from './build-worker';
import { fakeWork, type Orders, taskOf } from './fake-work';

let worker: Awaited<ReturnType<typeof buildWorker>>;
beforeAll(async () => {
  worker = await buildWorker('tests/engine/fake-worker.ts');
}, 60_000);
afterAll(() => worker.remove());

const forms: Record<string, () => Engine> = {
  inline: () => inlineEngine({ work: fakeWork }),
  cloned: () => clonedEngine({ work: fakeWork }),
  'one thread': () => nodeEngine({ workers: 1, workerUrl: worker.url }),
  'two threads': () => nodeEngine({ workers: 2, workerUrl: worker.url }),
  'five threads': () => nodeEngine({ workers: 5, workerUrl: worker.url }),
};

async function using<T>(make: () => Engine, use: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = make();
  try {
    return await use(engine);
  } finally {
    engine.close();
  }
}

async function bitsOf(make: () => Engine, orders: Orders): Promise<string> {
  const result = await using(make, (engine) => engine.run(taskOf(orders)));
  if (!result.ok) throw new Error(result.errors[0].message);
  const { columns } = result.value;
  return ['value', 'tokens_per_second', 'low']
    .map((name) => Buffer.from(columns[name as 'value'].slice().buffer).toString('hex'))
    .join(' ');
}

describe('every form of the engine', () => {
  test('gives the same bits, in the order of the parts', async () => {
    const orders = { parts: 23, rounds: 20_000 };
    const expected = await bitsOf(forms.inline, orders);
    expect(expected).toHaveLength(3 * 23 * 16 + 2);
    for (const make of Object.values(forms)) expect(await bitsOf(make, orders)).toBe(expected);
  });

  test('answers a task without parts', async () => {
    for (const make of Object.values(forms)) expect(await bitsOf(make, { parts: 0 })).toBe('  ');
  });

  test.each(Object.keys(forms))('%s: progress begins at 0, never falls, ends at the total', async (form) => {
    const told: number[] = [];
    const parts: number[] = [];
    await using(forms[form], (engine) =>
      engine.run(taskOf({ parts: 40, rounds: 200_000 }), {
        onProgress: (done, total) => {
          expect(total).toBe(40);
          told.push(done);
        },
        onPart: (index, report) => {
          expect(report.columns.value[0]).toBe(index);
          parts.push(index);
        },
      }),
    );
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(40);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(parts.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  test.each(Object.keys(forms))('%s: errors of the user are values, bugs name the part', async (form) => {
    await using(forms[form], async (engine) => {
      expect(await engine.run(taskOf({ parts: -1 }))).toMatchObject({
        ok: false,
        errors: [{ message: 'a negative number of parts' }],
      });
      const bad = taskOf({ parts: 5, fault: { at: 3, kind: 'user-error' } });
      expect(await engine.run(bad)).toMatchObject({
        ok: false,
        errors: [{ message: 'part 3 does not like its value' }],
      });
      const bug = engine.run(taskOf({ parts: 5, fault: { at: 3, kind: 'throw' } }));
      await expect(bug).rejects.toThrow('part 4 of 5 of vary: a bug in the physics');
      await expect(bug).rejects.toBeInstanceOf(InternalError);
      expect((await engine.run(taskOf({ parts: 2 }))).ok).toBe(true);
    });
  });

  test.each(Object.keys(forms))(
    '%s: an abort keeps what is finished and leaves the engine usable',
    async (form) => {
      await using(forms[form], async (engine) => {
        const stop = new AbortController();
        const kept: number[] = [];
        const run = engine.run(taskOf({ parts: 100_000, rounds: 100_000 }), {
          signal: stop.signal,
          onPart: (index) => {
            kept.push(index);
            if (kept.length === 7) stop.abort(new Error('enough'));
          },
        });
        await expect(run).rejects.toThrow('enough');
        expect(kept.length).toBeGreaterThanOrEqual(7);
        expect(kept.length).toBeLessThan(100);
        const after = kept.length;
        expect((await engine.run(taskOf({ parts: 3 }))).ok).toBe(true);
        expect(kept).toHaveLength(after);
        await expect(engine.run(taskOf({ parts: 3 }), { signal: stop.signal })).rejects.toThrow('enough');
      });
    },
  );

  test.each(Object.keys(forms))('%s: a closed engine says so', async (form) => {
    const engine = forms[form]();
    const running = engine.run(taskOf({ parts: 10_000, rounds: 100_000 }));
    engine.close();
    await expect(running).rejects.toThrow('the engine is closed');
    await expect(engine.run(taskOf({ parts: 1 }))).rejects.toThrow('the engine is closed');
  });
});

test('a task that is not plain data fails in the cloned form', async () => {
  const task = taskOf({ parts: 1 });
  Object.assign(task, { extra: () => 1 });
  await expect(using(forms.cloned, (engine) => engine.run(task))).rejects.toThrow(/could not be cloned/);
});

describe('the pool', () => {
  test('replaces a worker that dies and does its part again', async () => {
    const orders = { parts: 9, rounds: 20_000 };
    const expected = await bitsOf(forms.inline, orders);
    for (const workers of [1, 2]) {
      const fault = { at: 4, kind: 'die-once' as const, flag: join(worker.folder, `died-${workers}`) };
      const make = () => nodeEngine({ workers, workerUrl: worker.url });
      expect(await bitsOf(make, { ...orders, fault })).toBe(expected);
    }
  });

  test('counts a part that is done again once', async () => {
    const fault = { at: 4, kind: 'die-once' as const, flag: join(worker.folder, 'died-counted') };
    const make = () => nodeEngine({ workers: 2, workerUrl: worker.url });
    await using(make, async (engine) => {
      const told: number[] = [];
      const onProgress = (done: number) => told.push(done);
      expect((await engine.run(taskOf({ parts: 9, fault }), { onProgress })).ok).toBe(true);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect([told[0], told.at(-1)]).toEqual([0, 9]);
    });
  });

  test('gives up on a part that kills every worker, and names it', async () => {
    await using(forms['two threads'], async (engine) => {
      const run = engine.run(taskOf({ parts: 6, fault: { at: 2, kind: 'die' } }));
      await expect(run).rejects.toThrow('part 3 of 6 of vary: its worker died 3 times (it left with code 3)');
      await expect(run).rejects.toBeInstanceOf(InternalError);
      expect((await engine.run(taskOf({ parts: 2 }))).ok).toBe(true);
    });
  });

  test('ends a call that would never end, when nobody waits for it', async () => {
    await using(forms['one thread'], async (engine) => {
      const stop = new AbortController();
      const endless = engine.run(taskOf({ parts: 2, fault: { at: 0, kind: 'endless' } }), {
        signal: stop.signal,
      });
      setTimeout(() => stop.abort(new Error('too long')), 200);
      await expect(endless).rejects.toThrow('too long');
      expect((await engine.run(taskOf({ parts: 2 }))).ok).toBe(true);
    });
  });

  test('says what is wrong when its script is missing', async () => {
    const workerUrl = pathToFileURL(join(worker.folder, 'no-such-file.mjs'));
    await using(
      () => nodeEngine({ workers: 1, workerUrl }),
      async (engine) => {
        await expect(engine.run(taskOf({ parts: 1 }))).rejects.toThrow(
          /starting vary: its worker died 3 times .*no-such-file/,
        );
      },
    );
  });
});
