import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadScenario, readyStudies } from '../../src/catalog';

const [{ text }] = readyStudies();

describe('loading', () => {
  it('never throws on a text with pieces cut out, doubled or replaced', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('{', '[', ': ', '- ', '*a', '&a', '!!set', '\t', '"', '\n'),
    );
    const at = fc.integer({ min: 0, max: text.length });
    fc.assert(
      fc.property(at, at, piece, (from, to, insert) => {
        const broken = text.slice(0, from) + insert + text.slice(to);
        const result = loadScenario({ file: 'x', text: broken });
        return (
          result.ok || (result.errors.length > 0 && result.errors.every((error) => (error.line ?? 0) >= 1))
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on any object', () => {
    const keys = fc.constantFrom(
      'question',
      'model',
      'clusters',
      'training',
      'vary',
      'base',
      '__proto__',
      'x',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything({ maxDepth: 4 })), (value) => {
        const result = loadScenario({ file: 'link', value });
        expect(result.ok).toBe(false);
        if (!result.ok)
          for (const { line, message } of result.errors)
            expect([line, typeof message]).toEqual([null, 'string']);
      }),
      { numRuns: 300 },
    );
  });
});
