import { expect, test } from 'vitest';
import { zh } from '../../src/app/words/zh';
import { readyStudies } from '../../src/catalog';

test('every ready question is asked in Chinese too', () => {
  const own = readyStudies().map(({ question }) => question);
  expect(own.filter((question) => !zh.questions[question])).toEqual([]);
  expect(Object.keys(zh.questions).filter((question) => !own.includes(question))).toEqual([]);
});
