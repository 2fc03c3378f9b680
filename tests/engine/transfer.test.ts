import { expect, test } from 'vitest';
import { ownBuffers } from '../../src/engine/transfer';

test('finds whole columns at any depth, each once, and no slice of something larger', () => {
  const column = new Float64Array(4);
  const other = new Uint8Array(2);
  const table = new Float64Array(10);
  const shared = new Float64Array(new SharedArrayBuffer(16));
  const report = {
    a: [{ column }, column],
    b: { c: other, d: null, e: 'text', f: Number.NaN },
    slices: [table.subarray(0, 9), table.subarray(1)],
    shared,
  };
  expect(ownBuffers(report)).toEqual([column.buffer, other.buffer]);
  expect(ownBuffers(3)).toEqual([]);
});
