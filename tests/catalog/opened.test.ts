import { describe, expect, test } from 'vitest';
import { createStore } from '../../src/catalog';
import { keepOpened } from '../../src/catalog/opened';
import type { ScenarioSource } from '../../src/catalog/types';
import { ok } from '../../src/units';

const store = createStore({});

/** Opens by counting: an answer that came from the kept ones has an old number. */
function counting() {
  let opened = 0;
  const open = keepOpened(() => ok(++opened));
  return (source: ScenarioSource) => {
    const result = open(source, store);
    return result.ok ? result.value : null;
  };
}

describe('sources kept open', () => {
  test('the same text or the same plain data is opened once, whoever brings it', () => {
    const open = counting();
    expect(open({ file: 'a', text: 'x: 1' })).toBe(1);
    expect(open({ file: 'a', text: ['x', '1'].join(': ') })).toBe(1);
    expect(open({ file: 'a', value: { x: [1, { y: 'z' }] } })).toBe(2);
    expect(open({ file: 'a', value: structuredClone({ x: [1, { y: 'z' }] }) })).toBe(2);
  });

  test('anything else is not: another file, text as data, what JSON does not tell apart', () => {
    const open = counting();
    const sources: ScenarioSource[] = [
      { file: 'a', text: '1' },
      { file: 'b', text: '1' },
      { file: 'a', value: 1 },
      { file: 'a', value: { x: undefined } },
      { file: 'a', value: {} },
      { file: 'a', value: { x: Number.NaN } },
      { file: 'a', value: { x: null } },
      { file: 'a', value: { x: new Map() } },
      { file: 'a', value: { x: new Map([[1, 2]]) } },
    ];
    const numbers = sources.map(open);
    expect(new Set(numbers).size).toBe(sources.length);
  });

  test('a cycle is left to whoever reads it, and the kept ones stay few', () => {
    const open = counting();
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(open({ file: 'a', value: cycle })).toBe(1);
    for (let i = 0; i < 20; i++) open({ file: 'a', text: String(i) });
    expect(open({ file: 'a', text: '19' })).toBe(21);
    expect(open({ file: 'a', text: '0' })).toBe(22);
  });
});
