import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario, scenarioObject } from '../../src/catalog';

const folder = new URL('../fixtures/broken/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** `# expect: LINE:COLUMN message`, one line for each error, in the order of the text. */
const expectations = (text: string) =>
  [...text.matchAll(/^# expect: (\d+):(\d+) (.+)$/gm)].map(([, line, column, message]) => ({
    line: Number(line),
    column: Number(column),
    message,
  }));

describe('broken scenario files', () => {
  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(30));

  it.each(files)('%s is refused as it says', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const expected = expectations(text);
    expect(expected.length).toBeGreaterThan(0);
    const result = loadScenario({ file: name, text });
    if (result.ok) throw new Error('it loaded');
    expect(result.errors.map(({ line, column, message }) => ({ line, column, message }))).toEqual(expected);
    for (const error of result.errors) expect(error.file).toBe(name);
    expect(scenarioObject({ file: name, text }).ok).toBe(false);
  });
});

describe('texts that cannot be written down as a fixture', () => {
  const errorsOf = (text: string) => {
    const result = loadScenario({ file: 'big.yaml', text });
    return result.ok ? [] : result.errors;
  };

  it('are refused for their depth, however deep', () => {
    for (const levels of [50, 5000, 90_000]) {
      const [error, ...more] = errorsOf(`question: ${'['.repeat(levels)}${']'.repeat(levels)}`);
      expect(error).toMatchObject({ line: 1, message: 'the file is nested too deeply' });
      expect(more).toEqual([]);
    }
  });

  it('are refused for their size before they are read', () => {
    // Broken YAML: its own error would come if it were read.
    const [error, ...more] = errorsOf(`question: [${'x'.repeat(5_000_000)}`);
    expect(error).toMatchObject({ line: 1, expected: 'at most 200,000 characters' });
    expect(more).toEqual([]);
  });

  it.each([
    ['brackets', '['.repeat(150_000)],
    ['closed brackets', `question: ${'['.repeat(60_000)}${']'.repeat(60_000)}`],
    ['indents', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['nothing', ''],
    ['only a comment', '# hello'],
    ['two documents', 'question: a\n---\nquestion: b'],
    ['a binary', 'question: !!binary aGVsbG8='],
    ['a null byte', 'question: \u0000'],
  ])('are refused when they are %s', (_, text) => {
    expect(errorsOf(text).length).toBeGreaterThan(0);
  });

  it.each(['', '# only a comment'])('say what is expected where there is nothing: "%s"', (text) => {
    const [error] = errorsOf(text);
    expect(error).toMatchObject({
      message: 'the file is empty',
      expected: 'a group of keys such as `question: …`',
    });
  });

  it('do not pollute prototypes', () => {
    errorsOf('model: {base: glm-5, __proto__: {polluted: 1}, constructor: {prototype: {polluted: 1}}}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
