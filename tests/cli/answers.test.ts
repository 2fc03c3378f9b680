import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { at } from '../../scripts/project.mjs';
import type {
  CaseReport,
  CompareReport,
  ExplainReport,
  KernelsReport,
  SearchReport,
  ValidateReport,
} from '../../src/study';
import { folderWith, moeCapacity, smallScenario } from './spawn';

const files = {
  'small.yaml': smallScenario,
  'vary.yaml': `${smallScenario}vary: {chips: [16, 32]}\n`,
  'tiny.yaml': smallScenario.replace(/qwen\S+/, 'glm-5').replace('chips: 64', 'chips: 8'),
  'points.json': '{"points": []}',
};
// Each test starts the program several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let folder: ReturnType<typeof folderWith>;
beforeAll(() => {
  folder = folderWith(files);
});
afterAll(() => folder.remove());

const run = async (...args: string[]) => {
  const outcome = await moeCapacity(args, { cwd: folder.path });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return outcome.stdout;
};
const json = async <T>(...args: string[]): Promise<T> => JSON.parse(await run(...args, '--json'));

/** Every number at any depth, with its path. */
function numbers(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => numbers(child, `${path}.${key}`));
}

const sum = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);

const caseFields = `cluster chips feasible reason tokens_per_second tokens_per_second_per_chip step_time_s
  model_flops_per_chip mfu days goodput memory_bytes_per_chip memory_capacity_bytes memory_usable_bytes cost_usd energy_j plan time_s
  elasticity bottleneck interval80`.split(/\s+/);

/** What the command contract promises of a case that fits. */
function expectContract(row: CaseReport) {
  for (const field of caseFields) expect(row).toHaveProperty(field);
  expect(Object.keys(row.plan!).sort()).toEqual(
    'cp dp ep etp micro_batch pp recompute schedule shard_group tp vpp zero'.split(' '),
  );
  expect(Object.keys(row.time_s!).sort()).toEqual(
    'bubble compute host optimizer other scale_out scale_up'.split(' '),
  );
  expect(Math.abs(sum(row.time_s!) / row.step_time_s! - 1)).toBeLessThan(0.01);
  expect(Math.abs(sum(row.elasticity!) - 1)).toBeLessThan(0.01);
  expect(row.elasticity).toHaveProperty(row.bottleneck!);
  for (const [low, high] of [row.interval80!.tokens_per_second, row.interval80!.days]) {
    expect(low).toBeLessThan(high);
  }
  const tokensPerStep = row.global_batch_sequences! * 4096;
  expect(row.tokens_per_second! * row.step_time_s!).toBeCloseTo(tokensPerStep, -1);
  expect(row.tokens_per_second! / row.chips).toBeCloseTo(row.tokens_per_second_per_chip!, 6);
}

describe('search', () => {
  test('--json keeps the contract; --exhaustive finds the same plans', async () => {
    const { searches } = await json<SearchReport>('search', 'small.yaml', '--top', '3');
    const all = await json<SearchReport>('search', 'small.yaml', '--top', '3', '--exhaustive');
    for (const [i, found] of searches.entries()) {
      expectContract(found.best);
      expect(found.top).toHaveLength(3);
      expect(found.top.map(({ plan }) => plan)).toEqual(all.searches[i].top.map(({ plan }) => plan));
      expect(found.plans_evaluated + found.plans_pruned).toBe(found.plans_in_space);
      expect(found.seconds).toBeGreaterThan(0);
      expect([found.exhaustive, all.searches[i].exhaustive]).toEqual([false, true]);
    }
  });

  test('the view ranks the plans, says why the second lost, and gives the flags', async () => {
    const text = await run('search', 'small.yaml');
    expect(text).toMatch(/plans in the space/);
    expect(text).toMatch(/The runner-up loses by /);
    expect(text).toMatch(/--tensor-model-parallel-size \d+/);
    expect(await run('search', 'tiny.yaml')).toContain('does not fit');
  });
});

describe('compare', () => {
  test('--json keeps the contract, the same with and without threads', async () => {
    const report = await json<CompareReport>('compare', 'small.yaml');
    expect(report.question).toBe('How fast is a small cluster?');
    expect(report.cases.map(({ cluster }) => cluster)).toEqual(['small', 'smaller']);
    for (const row of report.cases) {
      expect(row.feasible).toBe(true);
      expectContract(row);
    }
    for (const [path, value] of numbers(report)) expect([path, Number.isFinite(value)]).toEqual([path, true]);

    const timeless = (r: CompareReport) => r.cases.map((row) => ({ ...row, search_seconds: 0 }));
    const alone = await json<CompareReport>('compare', 'small.yaml', '--jobs', '1');
    expect(timeless(alone)).toEqual(timeless(report));
    expect(timeless(await json<CompareReport>('run', 'small.yaml'))).toEqual(timeless(report));
  });

  test('a cluster that does not hold the model is an answer', async () => {
    const { cases } = await json<CompareReport>('compare', 'tiny.yaml');
    expect(cases[0]).toMatchObject({ feasible: false, tokens_per_second: null, plan: null });
    expect(cases[0].reason).toMatch(/\w{3}/);
    expect(await run('compare', 'tiny.yaml')).toContain('small does not fit: ');
  });

  test('the ready study is answered within 100 columns', async () => {
    const text = await run('compare', at('scenarios/glm5-ascend-vs-h100.yaml'));
    expect(text).toMatch(/^cluster +chips +tokens\/s +days \(80 %\) +MFU % +GB per chip +USD +limited by$/m);
    expect(text.match(/ is limited by /g)).toHaveLength(4);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/NaN|undefined|null|\[object/);
  });
});

describe('explain', () => {
  test('--cluster picks one; memory parts sum to their total', async () => {
    const report = await json<ExplainReport>('explain', 'small.yaml', '--cluster', 'smaller');
    expect(report.cases.map(({ cluster }) => cluster)).toEqual(['smaller']);
    expectContract(report.cases[0]);
    const { memory, work, elasticity_reoptimised } = report.details[0];
    const { total, capacity, ...parts } = memory;
    expect(Math.abs(sum(parts) / total - 1)).toBeLessThan(0.01);
    expect(total).toBeLessThanOrEqual(capacity);
    expect(work.length).toBeGreaterThan(3);
    expect(Object.keys(elasticity_reoptimised)).toEqual(Object.keys(report.cases[0].elasticity!));
  });

  test('tells of every cluster without it', async () => {
    const text = await run('explain', 'small.yaml');
    for (const title of [
      ...['Where the time of a step goes', 'Where the memory', 'What 1 % more', 'Work on'],
      'What the whole run rests on',
    ]) {
      expect(text.split(title)).toHaveLength(3);
    }
    // Once with its value, once with its source.
    for (const assumed of ['failures that stop the job', 'work stopped by one checkpoint'])
      expect(text.split(assumed)).toHaveLength(5);
    expect(text).not.toMatch(/NaN|undefined|null|\[object/);
  });
});

describe('run', () => {
  test('gives the table of a file that varies an input', async () => {
    const report = await json<{ key: string; columns: Record<string, number[]> }>('run', 'vary.yaml');
    expect(report.key).toBe('chips');
    expect(report.columns.value).toEqual([16, 16, 32, 32]);
    expect(report.columns.cluster).toEqual([0, 1, 0, 1]);
    expect(report.columns.tokens_per_second[2]).toBeGreaterThan(report.columns.tokens_per_second[0]);
    expect((await run('run', 'vary.yaml')).match(/^ +(16|32) +small/gm)).toHaveLength(4);
  });
});

describe('sweep', () => {
  test('gives CSV on stdout or in a file, the same rows as JSON and as any number of threads', async () => {
    const csv = await run('sweep', 'vary.yaml');
    const [head, ...rows] = csv.trimEnd().split('\n');
    expect(head).toBe(
      'chips,cluster,tokens_per_second,tokens_per_second_low80,tokens_per_second_high80,mfu,days,step_time_s,bottleneck,' +
        'days_low80,days_high80,goodput,memory_bytes_per_chip,cost_usd,cost_usd_low80,cost_usd_high80,energy_j,' +
        'tp,pp,vpp,ep,etp,cp,dp,micro_batch',
    );
    const { columns } = await json<{ columns: Record<string, number[]> }>(
      'sweep',
      'vary.yaml',
      '--jobs',
      '1',
    );
    expect(rows.map((row) => Number(row.split(',')[2]))).toEqual(columns.tokens_per_second);
    const out = await moeCapacity(['sweep', 'vary.yaml', '--out', 'vary.csv'], { cwd: folder.path });
    expect(out).toMatchObject({ code: 0, stdout: '', stderr: '4 rows in vary.csv\n' });
    expect(readFileSync(join(folder.path, 'vary.csv'), 'utf8')).toBe(csv);
  }, 30_000);

  test('a file that cannot be written is refused before any work', async () => {
    const args = ['sweep', 'vary.yaml', '--out', 'no/such/folder.csv'];
    const { code, stderr } = await moeCapacity(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('no/such/folder.csv: cannot be written: ');
  });
});

describe('validate', () => {
  test('--json keeps the contract over the points of the project', async () => {
    const report = await json<ValidateReport>('validate');
    expect(report.points.length).toBeGreaterThan(100);
    for (const point of report.points) {
      for (const field of ['id', 'measured', 'predicted', 'error', 'interval80', 'group']) {
        expect(point).toHaveProperty(field);
      }
      if (point.predicted === null) expect(point.reason).toMatch(/\w/);
      else expect(point.error).toBeCloseTo(point.predicted / point.measured - 1, 9);
    }
    const errors = report.points.flatMap((p) => (p.judged && p.error !== null ? [Math.abs(p.error)] : []));
    expect(report.mape).toBeCloseTo(errors.reduce((a, b) => a + b, 0) / errors.length, 9);
    expect(report.worst).toBeCloseTo(Math.max(...errors), 9);
    for (const name of ['MoE', 'dense', 'Ascend']) {
      expect(report.subsets.find((subset) => subset.name === name)?.count).toBeGreaterThan(0);
    }
    const text = await run('validate');
    expect(text).toMatch(/^all judged +\d+ /m);
    expect(text.slice(text.indexOf('The worst ten')).split('\n\n')[0].split('\n')).toHaveLength(13);
  }, 60_000);

  test('takes a file of points, even an empty one', async () => {
    const report = await json<ValidateReport>('validate', join(folder.path, 'points.json'));
    expect(report).toMatchObject({ points: [], judged: 0, skipped: 0 });
  });
});

describe('kernels', () => {
  const measured = at('scenarios/measured/kernels/nvidia-h200-sxm.json');

  test('a measured chip becomes constants that a stack takes', async () => {
    const report = await json<KernelsReport>('kernels', measured);
    expect(report.chip).toBe('nvidia-h200-sxm');
    expect(report.own.layers.length).toBeGreaterThanOrEqual(16);
    const text = await run('kernels', measured);
    const block = text.slice(text.indexOf('constants:'));
    for (const name of Object.keys(report.constants)) expect(block).toContain(`  ${name}: {value: `);
    const stack = `{base: megatron-2025, ${block.replace('constants:', 'constants: {').trim().replaceAll('\n', ', ').replace('{, ', '{')}}}`;
    const scenario = folderWith({ 'own.yaml': smallScenario.replace(/stack: [\w.-]+/, `stack: ${stack}`) });
    const outcome = await moeCapacity(['compare', 'own.yaml', '--json'], { cwd: scenario.path });
    scenario.remove();
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });

  test('another file is refused with its place', async () => {
    const outcome = await moeCapacity(['kernels', 'points.json'], { cwd: folder.path });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('points.json');
  });
});
