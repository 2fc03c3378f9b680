import { expect, test } from 'vitest';
import { zh } from '../../src/app/words/zh';
import { readyStudies } from '../../src/catalog';
import { inlineEngine } from '../../src/engine';

test('every ready question is asked in Chinese too', () => {
  const own = readyStudies().map(({ question }) => question);
  expect(own.filter((question) => !zh.questions[question])).toEqual([]);
  expect(Object.keys(zh.questions).filter((question) => !own.includes(question))).toEqual([]);
});

test('every constant has its Chinese name and unit', async () => {
  const report = await inlineEngine().run({ kind: 'constants', source: null });
  if (!report.ok) throw new Error('no constants');
  const own = new Set(report.value.constants.flatMap(({ what, unit }) => [what, unit]));
  expect([...own].filter((text) => !zh.constants[text])).toEqual([]);
  expect(Object.keys(zh.constants).filter((text) => !own.has(text))).toEqual([]);
});
