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

/** A paragraph's number is the same in any language. */
const paragraph = /^3A090(\.\w)?$/;

test('every rule of the catalog says of itself in Chinese what it says in English', async () => {
  const report = await inlineEngine().run({ kind: 'rules', source: null });
  if (!report.ok) throw new Error('no rules');
  const own = new Set(
    report.value.rules.flatMap(({ name, instrument, destinations, notes, tests, volume }) =>
      [name, instrument, destinations, notes, volume?.period, ...tests.map(({ label }) => label)].flatMap(
        (text) => (text && !paragraph.test(text) ? text : []),
      ),
    ),
  );
  expect([...own].filter((text) => !zh.ruleTexts[text])).toEqual([]);
  expect(Object.keys(zh.ruleTexts).filter((text) => !own.has(text))).toEqual([]);
});
