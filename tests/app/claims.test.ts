import { expect, test } from 'vitest';
import { drawPanel, elasticitySentence } from '../../src/app/views/claims/elasticity';
import { counts, filtered, isChanged, rowsOf } from '../../src/app/views/claims/shown';
import type { ClaimOutcome, ClaimReport, ElasticityFigure } from '../../src/study';

const claim = (id: string, outcome: ClaimOutcome, line?: number): ClaimReport => ({
  id,
  own: false,
  claim: `${id} is said`,
  lines: line === undefined ? [] : [line],
  outcome,
  value: 1,
  interval: [1, 1],
  unit: '',
  conditions: '',
  tests: [],
  quantities: [],
  figure: null,
  sources: ['Somewhere <https://example.org/> (B)'],
  notes: null,
  command: '',
});

const catalog = [claim('a', 'holds', 9), claim('b', 'fails', 3), claim('c', 'untestable')];

test('claims stand in the order of the article, those without a line last', () => {
  expect(rowsOf(catalog, null).map((row) => row.claim.id)).toEqual(['b', 'a', 'c']);
});

test('with assumptions, a claim is pending until it is computed anew, and changed only where the outcome differs', () => {
  const rows = rowsOf(catalog, [claim('a', 'conditional', 9), claim('c', 'untestable')]);
  expect(rows.map((row) => [row.claim.id, row.claim.outcome, row.pending, isChanged(row)])).toEqual([
    ['b', 'fails', true, false],
    ['a', 'conditional', false, true],
    ['c', 'untestable', false, false],
  ]);
  expect(counts(rows.map((row) => row.claim))).toEqual({
    holds: 0,
    conditional: 1,
    partly: 0,
    fails: 1,
    untestable: 1,
  });
});

test('what is computed first with assumptions is no change before the catalog’s outcome is known', () => {
  expect(rowsOf([], [claim('a', 'fails', 1)]).map(isChanged)).toEqual([false]);
});

test('a filter keeps the open claim, a search does not', () => {
  const rows = rowsOf(catalog, null);
  const ids = (filter: string, query: string, open = '') =>
    filtered(rows, filter, query, open).map((row) => row.claim.id);
  expect(ids('holds', '')).toEqual(['a']);
  expect(ids('holds', '', 'b')).toEqual(['b', 'a']);
  expect(ids('changed', '')).toEqual([]);
  expect(ids('', 'SAID c', 'b')).toEqual(['c']);
});

const figure: ElasticityFigure = {
  experts: [64, 256],
  speeds: [0.5, 1, 2],
  panels: [
    {
      name: 'H100',
      links: [
        [0.1, 0.2, 0.6],
        [0.2, 0.5, null],
      ],
      flops: [
        [0.7, 0.6, 0.2],
        [0.6, 0.4, null],
      ],
    },
  ],
};

test('the sentence of the figure counts the cells where links count more, and those at the own speed', () => {
  expect(elasticitySentence(figure)).toBe(
    'H100: links count more than FLOP/s in 2 of 6 cells, and in 1 of 2 at the chip’s own speed.',
  );
});

test('a cell where nothing fits is drawn as such, and the table has every cell', () => {
  const { data, table } = drawPanel(figure, figure.panels[0], 'light');
  const { z } = data[0] as unknown as { z: (number | null)[][] };
  expect(z[1][2]).toBeNull();
  expect(z[0][0]).toBeCloseTo(0.1 / 0.8);
  expect(table.rows).toHaveLength(6);
  expect(table.rows.at(-1)).toEqual([256, 2, null, null]);
});
