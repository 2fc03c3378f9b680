import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/catalog';
import type { RulesReport, RuleVerdict } from '../../src/study';
import { runTask } from './run-task';

const report: RulesReport = runTask({ kind: 'rules', source: null });

const verdict = (chip: string, rule: string): RuleVerdict => {
  const found = report.chips.find((one) => one.chip === chip)?.rules.find(({ id }) => id.startsWith(rule));
  if (!found) throw new Error(`${chip} × ${rule}`);
  return found;
};
const statusOn = (chip: string, date: string) =>
  report.chips.find((one) => one.chip === chip)?.status.findLast(({ from }) => from <= date);

const y22 = 'us-2022-10';
const y23 = 'us-2023-10';
const y25 = 'us-2025-04';
const y26 = 'us-2026-01-h200';
const free = 'not_controlled';
const denial = 'presumption_of_denial';
const licence = 'licence_required';
const window = 'case_by_case';

describe('published cases: each chip under each rule', () => {
  const cases: [string, Record<string, Outcome | 'unknown'>][] = [
    ['nvidia-a100-sxm-80', { [y22]: denial, [y23]: denial, [y25]: licence, [y26]: window }],
    ['nvidia-h100-sxm', { [y22]: denial, [y23]: denial, [y25]: licence, [y26]: window }],
    ['nvidia-h800-sxm', { [y22]: free, [y23]: denial, [y25]: licence, [y26]: window }],
    ['nvidia-a800-sxm-80', { [y22]: free, [y23]: denial, [y25]: licence, [y26]: window }],
    ['nvidia-h20-96', { [y22]: free, [y23]: free, [y25]: licence, [y26]: window }],
    ['nvidia-h200-sxm', { [y22]: denial, [y23]: denial, [y25]: licence, [y26]: window }],
    ['nvidia-b30a', { [y22]: denial, [y23]: denial, [y25]: licence, [y26]: denial }],
    ['nvidia-b200-hgx', { [y22]: denial, [y23]: denial, [y25]: licence, [y26]: denial }],
    ['amd-mi325x', { [y23]: denial, [y26]: window }],
    // 313 to 414 TFLOP/s: a controlled chip if it were a US export; its links stay below 600 GB/s.
    ['huawei-ascend-910b1', { [y22]: free, [y23]: denial, [y25]: licence, [y26]: window }],
    ['huawei-ascend-910b2', { [y22]: free, [y23]: denial, [y25]: licence, [y26]: window }],
    ['huawei-ascend-910b3', { [y22]: free, [y23]: denial, [y25]: licence, [y26]: window }],
    // TPP 4,480 is below 4,800; performance density 6.7 is not below 5.92.
    ['huawei-ascend-910b4', { [y22]: free, [y23]: denial, [y26]: window }],
    ['huawei-ascend-910c', { [y22]: denial, [y23]: denial, [y25]: licence, [y26]: window }],
    // Never published: decided only where the whole stated range agrees.
    ['amd-mi308x', { [y23]: 'unknown', [y25]: licence, [y26]: window }],
    ['nvidia-rtx-pro-6000d', { [y22]: free, [y23]: 'unknown', [y25]: 'unknown', [y26]: 'unknown' }],
  ];
  it.each(cases)('%s', (chip, expected) => {
    expect(
      Object.fromEntries(Object.keys(expected).map((rule) => [rule, verdict(chip, rule).outcome])),
    ).toEqual(expected);
  });

  it('says which figures are missing', () => {
    expect(verdict('amd-mi308x', y23).missing).toEqual(
      expect.arrayContaining(['tpp', 'performance_density']),
    );
    expect(verdict('amd-mi308x', y22).missing).toContain('io_gb_s');
    expect(verdict('nvidia-rtx-pro-6000d', y25).missing).toContain('dram_gb_s');
    expect(verdict('nvidia-h100-sxm', y23).missing).toEqual([]);
  });

  it('lets an open outcome be only what the ranges allow', () => {
    expect(verdict('nvidia-rtx-pro-6000d', y25).possible).toEqual([free, licence]);
    expect(verdict('nvidia-rtx-pro-6000d', y26).possible).toEqual([free, window]);
  });
});

describe('TPP and performance density as the rule defines them', () => {
  it.each([
    ['nvidia-a100-sxm-80', 4992, 6.04],
    ['nvidia-h100-sxm', 15832, 19.45],
    ['nvidia-h20-96', 2368, 2.91],
    ['nvidia-b200-hgx', 36000, null],
    ['huawei-ascend-910b2', 6016, 9.04],
    ['amd-mi325x', 20919, null],
  ])('%s', (id, tpp, density) => {
    const chip = report.chips.find((one) => one.chip === id);
    expect(chip?.tpp).toBeCloseTo(tpp, -1);
    if (density !== null) expect(chip?.performance_density).toBeCloseTo(density, 2);
  });

  it('leaves a range a range', () => {
    expect(report.chips.find((one) => one.chip === 'huawei-ascend-910c')).toMatchObject({
      tpp: null,
      tpp_range: [12032, 12800],
      as_if_exported: true,
    });
  });
});

describe('margins', () => {
  it('are the share by which the deciding figure lies inside or short', () => {
    expect(verdict('nvidia-a100-sxm-80', y22).margin).toBeCloseTo(0, 2);
    expect(verdict('nvidia-a800-sxm-80', y22).margin).toBeCloseTo(464 / 600 - 1, 3);
    expect(verdict('nvidia-h20-96', y23).margin).toBeCloseTo(2368 / 2400 - 1, 4);
    expect(verdict('nvidia-h200-sxm', y26).margin).toBeCloseTo(1 - 15832 / 21000, 3);
    expect(verdict('nvidia-b30a', y26).margin).toBeCloseTo(1 - 30000 / 21000, 3);
  });
});

describe('what the rules in force mean together', () => {
  it.each([
    ['nvidia-h800-sxm', '2023-06-01', free],
    ['nvidia-h800-sxm', '2024-01-01', denial],
    ['nvidia-h20-96', '2024-06-01', free],
    ['nvidia-h20-96', '2025-05-01', licence],
    ['nvidia-h20-96', '2025-09-01', window],
    ['nvidia-h200-sxm', '2025-12-01', denial],
    ['nvidia-h200-sxm', '2026-02-01', window],
    ['nvidia-rtx-pro-6000d', '2025-10-01', 'barred'],
    ['nvidia-b30a', '2026-06-01', denial],
    ['hbm3-stack', '2025-01-01', denial],
    ['hbm3-stack', '2024-11-01', free],
  ])('%s on %s', (chip, date, outcome) => {
    expect(statusOn(chip, date)?.outcome).toBe(outcome);
  });

  it('moves the frontier of legal chips with the law', () => {
    const on = (date: string) =>
      report.frontier.findLast((entry) => entry.date <= date)?.chips.map(({ chip }) => chip);
    expect(on('2023-06-01')).toContain('nvidia-h800-sxm');
    expect(on('2023-06-01')).not.toContain('nvidia-h100-sxm');
    expect(on('2024-12-10')).toContain('nvidia-h20-96');
    expect(on('2025-06-01')).not.toContain('nvidia-h20-96');
  });

  it('keeps the volume and the price that a rule sets', () => {
    const rule = (id: string) => report.rules.find((one) => one.id.startsWith(id));
    expect(rule('us-2025-01-diffusion')?.volume?.tpp_most).toBe(790e6);
    expect(rule('us-2026-01-h200')?.volume?.share_of_home_units).toBe(0.5);
    expect(rule('us-2026-01-tariff')?.price?.tariff).toBe(0.25);
    expect(verdict('nvidia-h200-sxm', 'us-2026-01-tariff').outcome).toBe('tariff');
    expect(verdict('amd-mi325x', 'us-2026-01-tariff').outcome).toBe('tariff');
    expect(verdict('nvidia-h100-sxm', 'us-2026-01-tariff').outcome).toBe(free);
    expect(report.rules.every(({ sources }) => sources.length > 0)).toBe(true);
  });
});

describe('a file of one’s own', () => {
  const rule = `name: Mine
from: '2027-01-01'
tests:
  - {label: sum, outcome: licence_required, any: [[{of: dram_gb_s / 2 + io_gb_s, at_least: 2000}]]}
`;
  it('may be a rule, judged over the catalog', () => {
    const own = runTask({ kind: 'rules', source: { file: 'mine.yaml', text: rule } });
    const of = (chip: string) => own.chips.find((one) => one.chip === chip)?.rules.at(-1);
    expect(of('nvidia-h100-sxm')).toMatchObject({ rule: 'Mine', outcome: licence });
    expect(of('nvidia-a800-sxm-80')).toMatchObject({ outcome: free });
    // 1,675 + 900 to 1,675 + 1,028 against 2,000: the nearer end.
    expect(of('nvidia-h100-sxm')?.margin).toBeCloseTo((1675 + 900) / 2000 - 1, 6);
  });

  it('may be a scenario, whose changed chips are judged as changed', () => {
    const text = `question: A cut-down chip
model: glm-5
clusters:
  - name: cut
    system: {base: dgx-h100, chip: {bf16: 140 TFLOP/s, fp8: 280 TFLOP/s, memory_bandwidth: 1 TB/s, controls: {int8: 280 TFLOP/s}}}
    chips: 1024
    stack: megatron-2025
`;
    const own = runTask({ kind: 'rules', source: { file: 'cut.yaml', text } });
    expect(own.chips).toHaveLength(1);
    expect(own.chips[0].tpp).toBeCloseTo(2240, 6);
    expect(own.chips[0].rules.find(({ id }) => id.startsWith(y23))?.outcome).toBe(free);
  });
});
