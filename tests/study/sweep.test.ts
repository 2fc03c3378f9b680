import { describe, expect, test } from 'vitest';
import { csvTable, csvText } from '../../src/cli/sweep/csv';
import { parquetBytes, parquetTable } from '../../src/cli/sweep/parquet';
import { mergedTable, orderOfRows } from '../../src/cli/sweep/parts';
import { tableOf } from '../../src/cli/sweep/table';
import { runTask } from './run-task';

const source = {
  file: 'sweep.yaml',
  text: `question: What do experts, networks and formats do?
model: qwen3-30b-a3b
training: {tokens: 1T, sequence: 4096, global_batch: 256 sequences, precision: bf16}
clusters:
  - {name: 'big, and "quoted"', system: dgx-h100, chips: 64, stack: megatron-2025, run: {usd_per_chip_hour: 3}}
  - {name: small, system: dgx-h100, chips: 16, stack: megatron-2025}
vary:
  experts: [64, 128]
  precision: [bf16, fp8]
  clusters: {small: {memory: [40 GB, base]}}
  derived: {spend: days * chips * price, usd_per_token: spend / tokens}
`,
};
const whole = runTask<'vary'>({ kind: 'vary', source });
const csv = csvText(tableOf(whole, null));
const of = 7;
const shards = Array.from({ length: of }, (_, index) =>
  runTask<'vary'>({ kind: 'vary', source, shard: { index, of } }),
);

describe('shards', () => {
  test('have each row once, and merged as CSV give the bytes of the whole table', () => {
    const parts = shards.map((shard, index) => {
      const table = csvTable(csvText(tableOf(shard, 'abc')));
      if (!table) throw new Error('the CSV cannot be read');
      return { file: `part-${index}.csv`, table };
    });
    // In any order of the files.
    const shuffled = [...parts.slice(3), ...parts.slice(0, 3)];
    const order = orderOfRows(shuffled);
    if (!order.ok) throw new Error(order.errors[0].message);
    expect(csvText(mergedTable(shuffled, order.value))).toBe(csv);
  });

  test('in Parquet hold the same numbers', async () => {
    const parts = await Promise.all(
      shards.map(async (shard, index) => {
        const table = await parquetTable(await parquetBytes(tableOf(shard, 'abc')));
        if (!table) throw new Error('the Parquet cannot be read');
        return { file: `part-${index}.parquet`, table };
      }),
    );
    const order = orderOfRows(parts);
    if (!order.ok) throw new Error(order.errors[0].message);
    expect(csvText(mergedTable(parts, order.value))).toBe(csv);
  });

  test('are refused when one is missing, doubled or of another scenario', () => {
    const parts = shards.map((shard, index) => ({ file: `${index}.csv`, table: tableOf(shard, 'abc') }));
    const first = (result: ReturnType<typeof orderOfRows>) =>
      result.ok ? 'merged' : result.errors[0].message;
    expect(first(orderOfRows(parts))).toBe('merged');
    expect(first(orderOfRows(parts.slice(1)))).toBe('row 0 and 2 more are in none of the files');
    expect(first(orderOfRows([...parts, parts[2]]))).toBe('row 2 is in 2.csv too');
    const other = { file: 'other.csv', table: tableOf(shards[1], 'xyz') };
    expect(first(orderOfRows([...parts.slice(2), other, parts[0]]))).toMatch(/another scenario or version/);
    expect(first(orderOfRows([{ file: 'whole.csv', table: tableOf(whole, null) }]))).toMatch(/not a shard/);
  });
});

describe('the table', () => {
  test('has every combination for every cluster, the last input fastest', () => {
    expect(whole.rows).toBe(2 * 2 * 2 * 2);
    expect([...whole.columns.row]).toEqual(Array.from({ length: 16 }, (_, row) => row));
    const { head, rows } = tableOf(whole, null);
    expect(head.slice(0, 5)).toEqual([
      'precision',
      'experts',
      'small: memory (B)',
      'cluster',
      'tokens_per_second',
    ]);
    expect(rows.slice(0, 5).map((row) => row.slice(0, 4))).toEqual([
      ['bf16', 64, 40e9, 'big, and "quoted"'],
      ['bf16', 64, 40e9, 'small'],
      ['bf16', 64, 80e9, 'big, and "quoted"'],
      ['bf16', 64, 80e9, 'small'],
      ['bf16', 128, 40e9, 'big, and "quoted"'],
    ]);
    expect(head).not.toContain('row');
  });

  test('an input of one cluster leaves the others alone', () => {
    const rate = whole.columns.tokens_per_second;
    expect(rate[0]).toBe(rate[2]);
    expect(rate[3]).toBeGreaterThan(rate[1]);
  });

  test('derives columns: days × chips × price is the cost', () => {
    const { columns, derived } = whole;
    for (const [row, cost] of columns.cost_usd.entries()) {
      if (!Number.isFinite(columns.days[row])) expect(derived.spend[row]).toBeNaN();
      else expect(derived.spend[row] / cost).toBeCloseTo(1, 12);
      expect(derived.usd_per_token[row]).toBe(derived.spend[row] / 1e12);
    }
  });

  test('says which cells have no number and which steps came to the same', () => {
    const vary = `vary:
  pp: {from: 1, to: 3, steps: 5}
  derived: {gone: days / (pp - 1), there: days * 2}
`;
    const own = { file: 'own.yaml', text: source.text.replace(/vary:[\s\S]*/, vary) };
    const report = runTask<'vary'>({ kind: 'vary', source: own });
    expect([...new Set(report.columns.value)]).toEqual([1, 2, 3]);
    const [repeated, gone, ...more] = report.notes;
    expect(repeated).toMatch(/^pp is a whole number: 2 steps of its range come to the same as another/);
    expect(gone).toMatch(/^gone is no finite number in \d+ of the \d+ rows that fit/);
    expect(more).toEqual([]);
    expect(report.reading).toContain(`${repeated} ${gone}`);
    expect(whole.notes).toEqual([]);
  });

  test('CSV is read back as it was written', () => {
    const read = csvTable(csv);
    expect(read && csvText(read)).toBe(csv);
    expect(csvTable('a,b\n1')).toBeNull();
    expect(csvTable('a"b,c\n')).toBeNull();
  });
});
