import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
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

/** Of words that mean the same, the one that is used everywhere, and those that are not. */
const TERMS: Readonly<Record<string, readonly string[]>> = {
  互联: ['互连'],
  内存: ['显存'],
  成本: ['费用'],
  说法: ['论断'],
  节点内: ['超节点'],
};

test('a thing has one name in Chinese', () => {
  const texts = ['src/words/zh', 'src/app/words'].flatMap((folder) =>
    readdirSync(at(folder)).map((name) => readFileSync(at(folder, name), 'utf8')),
  );
  const others = Object.values(TERMS).flat();
  expect(others.filter((term) => texts.some((text) => text.includes(term)))).toEqual([]);
});
