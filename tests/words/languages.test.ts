import { afterEach, expect, test } from 'vitest';
import { loadScenario } from '../../src/catalog';
import { inlineEngine } from '../../src/engine';
import { useLanguage, words } from '../../src/words';
import { en } from '../../src/words/en';
import { zh } from '../../src/words/zh';
import { runTask } from '../study/run-task';

afterEach(() => useLanguage('en'));

const text = `question: How fast?
model: glm-5
training: {tokens: 1T, sequence: 4096, global_batch: 512 sequences}
clusters: [{name: A, system: dgx-h100, chips: 8, stack: megatron-2025}]
`;

/** Sections that reach the page; the others are of the command line. */
const onThePage = ['catalog', 'claims', 'reading', 'report', 'step', 'study', 'units'] as const;

/** Paths of the plain texts below a section. */
const texts = (of: unknown, path: string): [string, string][] =>
  typeof of === 'string'
    ? [[path, of]]
    : of && typeof of === 'object'
      ? Object.entries(of).flatMap(([key, child]) => texts(child, `${path}.${key}`))
      : [];

/** Names that are the same in every language. */
const NAMES = new Set(['MXFP8', 'NVFP4', 'PUE', 'top-k']);

test('no text that reaches the page is left in English', () => {
  const left = onThePage.flatMap((section) => {
    const chinese = new Map(texts(zh[section], section));
    return texts(en[section], section).filter(
      ([path, english]) =>
        chinese.get(path) === english &&
        /[a-z]{3}/i.test(english) &&
        !english.startsWith('{') &&
        !NAMES.has(english),
    );
  });
  expect(left).toEqual([]);
});

test('errors and reasons are told in the language of the thread', async () => {
  const wrong = { file: 'q.yaml', text: text.replace('dgx-h100', 'dgx-h1000') };
  const english = loadScenario(wrong);
  useLanguage('zh');
  const chinese = loadScenario(wrong);
  if (english.ok || chinese.ok) throw new Error('the scenario should not load');
  expect(english.errors[0].message).toMatch(/unknown system/);
  expect(chinese.errors[0].message).toMatch(/未知系统.*dgx-h100/);
  expect(chinese.errors[0].nearest).toBe(english.errors[0].nearest);

  const report = await inlineEngine().run({ kind: 'compare', source: { file: 'q.yaml', text } });
  if (!report.ok) throw new Error('no answer');
  expect(report.value.cases[0].reason).toMatch(/^最省内存的方案.*需要 \d+ GB/);
  expect(report.value.reading).toMatch(/没有一个集群能训练它/);
  expect(words().units.expected.bandwidth).toMatch(/带宽/);
});

test('the reading of a sweep names its inputs in the language of the thread', () => {
  const source = {
    file: 'q.yaml',
    text: `${text.replace('chips: 8', 'chips: 1024')}vary: {experts: [128, 256], scale_out_bandwidth: [25 GB/s, 50 GB/s]}\n`,
  };
  const english = runTask({ kind: 'vary', source }).reading;
  useLanguage('zh');
  const chinese = runTask({ kind: 'vary', source }).reading;
  expect(english).toMatch(/128 experts and 25 GB\/s scale-out bandwidth/);
  expect(chinese).toMatch(/专家数 128和节点间带宽 25 GB\/s/);
  expect(chinese).not.toMatch(/experts|bandwidth/);
});

test('the sentences of the catalog’s claims stay in their language, numbers put into them too', () => {
  useLanguage('zh');
  const source = {
    file: 'assumptions.yaml',
    value: { assume: {}, claims: ['ascend-lags', 'h100-stockpile'] },
  };
  const { claims } = runTask({ kind: 'claims', source });
  expect(claims.map(({ conditions }) => conditions).join(' ')).toMatch(/ to /);
  for (const { conditions } of claims) expect(conditions).not.toMatch(/[\u4e00-\u9fff]/);
});
