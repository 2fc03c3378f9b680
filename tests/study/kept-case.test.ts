import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/catalog';
import type { CaseReport } from '../../src/study';
import { solveCase } from '../../src/study/case';
import { caseAnswer } from '../../src/study/kept-case';
import { useLanguage } from '../../src/words';

const caseOf = (chips: number, experts: number) => {
  const value = {
    question: 'Is the answer of this question?',
    model: { base: 'qwen3-30b-a3b', experts },
    training: { tokens: '1T', sequence: 4096, global_batch: '512 sequences' },
    clusters: [{ name: 'A', system: 'dgx-h100', chips, stack: 'megatron-2025' }],
  };
  const loaded = loadScenario({ file: 'kept', value });
  if (!loaded.ok) throw new Error(loaded.errors[0].message);
  return loaded.value.cases[0];
};

/** All but the time that the search took. */
const answered = ({ search_seconds, ...report }: CaseReport) => report;

describe('answers kept for clusters', () => {
  test('an answer is the same the second time, and that of the question asked', () => {
    for (const chips of [32, 64, 32, 96, 64, 32]) {
      for (const experts of [128, 64, 128]) {
        const item = caseOf(chips, experts);
        expect(answered(caseAnswer(item).report)).toEqual(answered(solveCase(item, { top: 1 }).report));
      }
    }
  });

  test('it is found once, and nobody shares it with another', () => {
    const first = caseAnswer(caseOf(48, 128));
    const second = caseAnswer(caseOf(48, 128));
    expect(second).toEqual(first);
    Object.assign(second.report, { days: 0 });
    expect(caseAnswer(caseOf(48, 128))).toEqual(first);
  });

  test('a refusal is in the language that it is asked for in', () => {
    const refused = () => caseAnswer(caseOf(1, 128)).report.reason;
    const english = refused();
    useLanguage('zh');
    const chinese = refused();
    useLanguage('en');
    expect(english).not.toBeNull();
    expect(chinese).not.toBe(english);
    expect(refused()).toBe(english);
  });
});
