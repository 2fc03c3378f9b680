import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EarlyEnd } from '../../src/engine/early-end';
import type { TaskPart, VaryReport } from '../../src/study';
import { ok, type Result } from '../../src/units';

const PARTS = 12;
const CHECKS = [2, 5, 9];
const parts = Array.from({ length: PARTS }, (_, index) => ({
  part: CHECKS.includes(index) ? { index, of: PARTS, check: true } : { index, of: PARTS },
})) as unknown as TaskPart[];

/** The end that comes of it when parts finish in this order and `enough` reports are enough. */
async function endOf(order: readonly number[], enough: number): Promise<number> {
  const results: (Result<VaryReport> | undefined)[] = new Array(PARTS);
  const early = new EarlyEnd<'vary'>(results, parts, async (reports) => {
    await Promise.resolve();
    return reports.length >= enough;
  });
  for (const index of order) {
    results[index] = ok({} as VaryReport);
    early.look();
    if (index % 3 === 0) await Promise.resolve();
  }
  await early.judged();
  return early.end;
}

test('ends after the first check that is satisfied, whatever the order in which parts finish', async () => {
  const orders = fc.shuffledSubarray([...parts.keys()], { minLength: PARTS, maxLength: PARTS });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 14 }), async (order, enough) => {
      const first = CHECKS.find((check) => check + 1 >= enough);
      expect(await endOf(order, enough)).toBe(first === undefined ? PARTS : first + 1);
    }),
  );
});

test('a failure to judge is a failure of the task', async () => {
  const results = [ok({} as VaryReport), ok({} as VaryReport), ok({} as VaryReport)];
  const early = new EarlyEnd<'vary'>(results, parts, async () => {
    throw new Error('no');
  });
  early.look();
  await expect(early.reached).rejects.toThrow('no');
});
