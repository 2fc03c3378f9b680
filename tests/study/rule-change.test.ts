import { describe, expect, it } from 'vitest';
import { splitTask } from '../../src/study';
import { runTask } from './run-task';

const scenario = (caps: object[], cluster: object = {}) => ({
  question: 'What does a cap change?',
  model: 'qwen3-30b-a3b',
  training: { tokens: '1T', sequence: 4096, global_batch: '1024 sequences', precision: 'fp8' },
  clusters: [{ name: 'a', system: 'dgx-h100', chips: 256, stack: 'megatron-2025', ...cluster }],
  study: { kind: 'rule_change', caps },
});
const rowsOf = (caps: object[], cluster: object = {}) =>
  runTask({ kind: 'rule_change', source: { file: 'caps', value: scenario(caps, cluster) } }).rows;

const caps = [
  { name: 'links', interconnect: '400 GB/s' },
  { name: 'out', scale_out: '10 GB/s' },
  { name: 'memory', memory_share: 0.5 },
  { name: 'hbm', hbm: 'hbm2e' },
  { name: 'bandwidth', memory_bandwidth: '1399 GB/s' },
  { name: 'tpp', tpp: 2400 },
  { name: 'fp8', fp8: false },
  { name: 'domain', domain: 4 },
  { name: 'volume', chips: 64 },
];

describe('caps on a chip, a system or a volume', () => {
  const rows = rowsOf(caps);

  it('never speed a cluster, and need no fewer chips for the same rate', () => {
    for (const row of rows) {
      expect(row.changed, row.cap).toHaveLength(1);
      // The file asks for FP8: where casts and launches outweigh the faster products, its ban gains a little.
      expect(row.throughput_ratio, row.cap).toBeLessThanOrEqual(1 + (row.cap === 'fp8' ? 0.03 : 1e-12));
      const [low, high] = row.throughput_ratio_interval80 ?? [];
      expect(low).toBeLessThanOrEqual(row.throughput_ratio ?? 0);
      expect(high).toBeGreaterThanOrEqual(row.throughput_ratio ?? 1);
      if (row.chips_needed === null) expect(row.reason, row.cap).not.toBeNull();
      else {
        // What the plan leaves idle is no gain of a cap: both sizes are the fewest that reach the rate.
        expect(row.chips_needed, row.cap).toBeGreaterThanOrEqual(row.chips_before ?? Number.NaN);
        expect(row.cost_ratio, row.cap).toBeGreaterThanOrEqual(row.cap === 'fp8' ? 0.99 : 1 - 1e-9);
      }
      // The run's cost is chips × days, spares included: the price of a chip stays.
      const chipDays = ({ chips, days, whole_run }: typeof row.before) =>
        (chips + (whole_run?.spare_chips ?? Number.NaN)) * (days ?? Number.NaN);
      expect(row.run_cost_ratio, row.cap).toBeCloseTo(chipDays(row.after) / chipDays(row.before), 9);
    }
  });

  it('leave the rate of before out of reach where volume is what they cap', () => {
    const volume = rows[8];
    expect(volume.chips_needed).toBeNull();
    expect(volume.cost_ratio).toBeNull();
    expect(volume.reason).toMatch(/takes \d+ such chips, and the cap leaves 64/);
    // The rate can be kept within a volume that the fewest chips fit into.
    const [loose] = rowsOf([{ name: 'volume', chips: rows[0].chips_before ?? 0 }]);
    expect(loose).toMatchObject({ chips_needed: loose.chips_before, cost_ratio: 1 });
  });

  it('on volume and chip together count against the size that the weaker chips would need', () => {
    const [row] = rowsOf([{ name: 'both', chips: 64, tpp: 2400 }]);
    const wanted = Number(/takes ([\d,]+) such/.exec(row.reason ?? '')?.[1].replaceAll(',', ''));
    expect(wanted).toBe(rows[5].chips_needed);
  });

  it('a quarter of the chips do at most a quarter of the runs a year, within what batches allow', () => {
    const { before, after } = rows[8].runs_per_year;
    expect((after ?? 0) / (before ?? 1)).toBeGreaterThan(0.2);
    expect((after ?? 0) / (before ?? 1)).toBeLessThan(0.35);
  });

  it('without FP8 the run is in BF16', () => {
    const fp8 = rows.find(({ cap }) => cap === 'fp8');
    expect(fp8?.before.inputs.precision).not.toBe('bf16');
    expect(fp8?.after.inputs.precision).toBe('bf16');
  });

  it('half the memory is half of it, and older stacks have their rate', () => {
    expect(rows[2].after.memory_capacity_bytes).toBe(40e9);
    // Five HBM2e stacks of the H100 PCIe: 2.04 TB/s and 80 GB; HBM3 at its own speed grade scales to 1.88.
    expect(rows[3].after.inputs.memory_bandwidth_bytes_per_s / 1e12).toBeCloseTo(1.88, 1);
    expect(rows[3].after.memory_capacity_bytes).toBe(80e9);
  });

  it('that lie above what a chip has change nothing', () => {
    const loose = [
      { name: 'links', interconnect: '2 TB/s' },
      { name: 'hbm', hbm: 'hbm3e' },
      { name: 'domain', domain: 72 },
      { name: 'tpp', tpp: 20000 },
      { name: 'volume', chips: 1000 },
    ];
    for (const row of rowsOf(loose)) {
      expect(row.changed).toEqual([]);
      expect(row.throughput_ratio).toBe(1);
      expect(row).toMatchObject({ chips_needed: row.chips_before, cost_ratio: 1, run_cost_ratio: 1 });
    }
  });

  it('a mesh loses on each of its links', () => {
    const [row] = rowsOf([{ name: 'links', interconnect: '196 GB/s' }], {
      system: 'atlas-800t-a2',
      stack: 'mindspeed-2025',
      training: { precision: 'bf16' },
    });
    expect(row.changed).toHaveLength(1);
    expect(row.throughput_ratio).toBeLessThan(1);
  });

  it('refuse what is no cap, at its place', () => {
    const parts = splitTask({
      kind: 'rule_change',
      source: { file: 'caps', value: scenario([{ name: 'links', interconect: '400 GB/s' }]) },
    });
    if (parts.ok) throw new Error('accepted');
    expect(parts.errors[0]).toMatchObject({ path: 'study.caps.0.interconect', nearest: 'interconnect' });
  });
});
