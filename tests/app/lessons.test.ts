import { afterAll, expect, test } from 'vitest';
import { at, LESSONS } from '../../src/app/views/lessons/lessons';
import { words } from '../../src/app/words';
import { inlineEngine } from '../../src/engine';
import type { CompareReport } from '../../src/study';

const engine = inlineEngine();
afterAll(() => engine.close());

const source = (value: unknown) => ({ file: 'lesson', value });

test('there are six, each with its words', () => {
  expect(LESSONS.map(({ id }) => id)).toEqual(Object.keys(words.lessons.all));
  expect(LESSONS).toHaveLength(6);
});

test.each(LESSONS)('$id: the slider stops at inputs that the engine takes', async (lesson) => {
  expect(lesson.values[lesson.start]).toBeDefined();
  for (const value of lesson.values) {
    const result = await engine.run({ kind: 'constants', source: source(at(lesson, value)) });
    expect(result.ok || result.errors).toBe(true);
  }
});

test.each(LESSONS)('$id: the simulator decides the question', async (lesson) => {
  const reports: CompareReport[] = [];
  for (const scenario of lesson.asks) {
    const result = await engine.run<'compare'>({ kind: 'compare', source: source(scenario) });
    if (!result.ok) throw new Error(result.errors[0].message);
    reports.push(result.value);
  }
  const verdict = lesson.judge(reports);
  const { choices } = words.lessons.all[lesson.id];
  expect(choices[verdict?.right ?? -1]).toBeTypeOf('string');
  // The answer follows the computation: with the scenarios the other way round it is another or nothing.
  expect(lesson.judge([...reports].reverse())).not.toEqual(verdict);
});
