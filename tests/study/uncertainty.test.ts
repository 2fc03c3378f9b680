import { describe, expect, test } from 'vitest';
import { loadScenario, openInputs } from '../../src/catalog';
import { inlineEngine } from '../../src/engine';
import { throughputSpread, Z90 } from '../../src/run';
import { findBestPlan } from '../../src/search';
import { mergeReports, runPart, splitTask, type UncertaintyReport } from '../../src/study';
import { modelOf } from '../../src/study/uncertainty/model';
import { runTask } from './run-task';

const clusters = [
  { name: 'H100', system: 'dgx-h100', chips: 256, stack: 'megatron-2025' },
  { name: 'H800', system: 'dgx-h800', chips: 256, stack: 'megatron-2025' },
];
const sourceOf = (study: object, own: object[] = clusters) => ({
  file: 'x',
  value: {
    question: 'How sure?',
    model: 'qwen3-30b-a3b',
    training: { tokens: '1T', sequence: 4096, global_batch: 1024 },
    clusters: own,
    study: { kind: 'uncertainty', ...study },
  },
});
const ask = (study: object, own = clusters) => runTask({ kind: 'uncertainty', source: sourceOf(study, own) });

const outputOf = ({ outputs }: UncertaintyReport, cluster: string, output = 'tokens_per_second') => {
  const found = outputs.find((one) => one.cluster === cluster && one.output === output);
  if (!found) throw new Error(output);
  return found;
};

test('what is uncertain is worked out once for all parts of a question', () => {
  const [first, second] = [1, 2].map(() => {
    const opened = openInputs(sourceOf({ samples: 64 }));
    if (!opened.ok || opened.value.base.study?.kind !== 'uncertainty') throw new Error('scenario');
    return modelOf({ ...opened.value }, opened.value.base.study);
  });
  expect(second).toBe(first);
});

describe('the uncertainty of an answer', () => {
  const report = ask({ samples: 128, tolerance: 0 });

  test('is that of the interval by first-order propagation, as far as effects are straight', () => {
    const scenario = loadScenario(sourceOf({}));
    if (!scenario.ok) throw new Error('scenario');
    const [{ setup, constraints }] = scenario.value.cases;
    const best = findBestPlan(setup, constraints, { top: 1 }).best;
    if (!best) throw new Error('no plan');
    const { p10, p90 } = outputOf(report, 'H100');
    const ratio = Math.log(p90 / p10) / (2 * Z90 * throughputSpread(setup, best.plan));
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.35);
    expect(best.tokensPerSecond).toBeGreaterThan(p10);
    expect(best.tokensPerSecond).toBeLessThan(p90);
  });

  test('of a ratio of like clusters is smaller than of each, because they share what is not known', () => {
    const width = ({ p10, p90 }: { p10: number; p90: number }) => Math.log(p90 / p10);
    const ratio = outputOf(report, 'H800', 'tokens_per_second_ratio');
    const apart = Math.hypot(width(outputOf(report, 'H100')), width(outputOf(report, 'H800')));
    expect(width(ratio)).toBeLessThan(0.8 * apart);
  });

  test('has indices that add up to about one, with their own errors', () => {
    const own = report.indices.filter((one) => one.cluster === 'H100' && one.output === 'tokens_per_second');
    const sum = own.reduce((all, { total }) => all + total, 0);
    expect(sum).toBeGreaterThan(0.8);
    expect(sum).toBeLessThan(1.4);
    for (const { first_error, total_error } of own)
      expect(first_error + total_error).toBeGreaterThanOrEqual(0);
  });

  test('plans every sample anew: what choosing among known plans loses is small where both are done', () => {
    expect(report.planning.searches).toBeGreaterThanOrEqual(128);
    expect(report.planning.checked).toBeGreaterThanOrEqual(64);
    expect(report.planning.mean_shortfall).toBeLessThan(0.005);
  });

  test('tells single causes apart in a tornado, the widest first', () => {
    const bars = report.tornado.filter(({ cluster }) => cluster === 'H100');
    const widths = bars.map(({ at_p10, at_p90 }) => Math.abs((at_p90 ?? 0) - (at_p10 ?? 0)));
    expect(bars.length).toBeGreaterThan(10);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  test('is the same whoever runs the parts, and grows part by part', () => {
    const task = { kind: 'uncertainty' as const, source: sourceOf({ samples: 16, tolerance: 0 }) };
    const parts = splitTask<'uncertainty'>(task);
    if (!parts.ok) throw new Error('parts');
    const reports = parts.value.map((part) => {
      const made = runPart<'uncertainty'>(structuredClone(part));
      if (!made.ok) throw new Error('part');
      return structuredClone(made.value);
    });
    const some = mergeReports<'uncertainty'>(task, reports.slice(0, 5));
    expect(some.samples).toBeGreaterThan(2);
    expect(outputOf(some, 'H100').p50).toBeGreaterThan(0);
    expect(mergeReports<'uncertainty'>(task, reports)).toEqual(runTask(task));
  });
});

describe('ranges of inputs', () => {
  test('alone give the range of the answer', () => {
    const inputs = { usd_per_chip_hour: { low: 2, high: 4, distribution: 'uniform' } };
    const report = ask({ inputs, constants: false, samples: 64, tolerance: 0 }, clusters.slice(0, 1));
    const cost = outputOf(report, 'H100', 'cost_usd');
    expect(cost.p90 / cost.p10).toBeCloseTo(3.8 / 2.2, 1);
    const days = outputOf(report, 'H100', 'days');
    expect(days.p90 / days.p10).toBeCloseTo(1, 6);
    const index = report.indices.find(({ output }) => output === 'cost_usd');
    expect(index).toMatchObject({ factor: 'usd_per_chip_hour' });
    expect(index?.first).toBeCloseTo(1, 1);
  });

  test('of one cluster leave the others alone', () => {
    const own = { H800: { scale_out_bandwidth: '50 to 400 Gbit/s' } };
    const report = ask({ clusters: own, constants: false, samples: 32, tolerance: 0 });
    const width = (cluster: string) => outputOf(report, cluster).p90 / outputOf(report, cluster).p10;
    expect(width('H100')).toBeCloseTo(1, 6);
    expect(width('H800')).toBeGreaterThan(1.001);
  });

  test('that change the size of the cluster are searched for in every sample', () => {
    const report = ask({ inputs: { chips: '128 to 512' }, samples: 16, tolerance: 0 }, clusters.slice(0, 1));
    const inTornado = 2 * report.tornado.filter(({ kind }) => kind !== 'input').length;
    expect(report.planning.screened).toBeLessThanOrEqual(inTornado + 40);
    expect(outputOf(report, 'H100').p90).toBeGreaterThan(2 * outputOf(report, 'H100').p10);
  });
});

test('stops by itself when it is sure enough, at the same sample each time', async () => {
  const task = { kind: 'uncertainty' as const, source: sourceOf({ samples: 4096, tolerance: 0.05 }) };
  const engine = inlineEngine();
  const result = await engine.run(task);
  if (!result.ok) throw new Error('bad input');
  expect(result.value.converged).toBe(true);
  expect(result.value.samples).toBeLessThan(4096);
  expect(result.value.samples % 64).toBe(0);
  expect(result.value.error).toBeLessThanOrEqual(0.05);
}, 60_000);

test.each([
  [{ clusters: { h100: {} } }, 'study.clusters.h100'],
  [{ inputs: { scale_out_bandwidth: '300 to 500' } }, 'study.inputs.scale_out_bandwidth'],
  [{ inputs: { scale_out_bandwith: '300 to 500 Gbit/s' } }, 'study.inputs.scale_out_bandwith'],
  [{ inputs: { pue: { low: 2, high: 1 } } }, 'study.inputs.pue.low'],
])('%j is refused with its place', (study, path) => {
  const parts = splitTask({ kind: 'uncertainty', source: sourceOf(study) });
  expect(parts.ok).toBe(false);
  if (!parts.ok) expect(parts.errors[0].path).toBe(path);
});
