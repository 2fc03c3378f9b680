import { expect, test } from 'vitest';
import { islandsOf, turnsOf } from '../../src/study/bottlenecks/turns';

test('a turn is told once for each row, and a single cell between two that agree is an island, not a turn', () => {
  const held = [
    [3, 3, 0, 0],
    [3, 0, 3, 3],
    [null, 3, null, 0],
    [0, 0, 0, 0],
  ];
  expect(islandsOf(held)).toEqual([{ across: 1, up: 1 }]);
  expect(turnsOf(held)).toEqual([{ across: 1, up: 0, from: 3, to: 0 }]);
});
