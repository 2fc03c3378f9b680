import {
  type Case,
  catalogModel,
  catalogStack,
  catalogSystem,
  loadScenario,
  readyStudies,
} from '../../src/catalog';
import { nodeEngine } from '../../src/engine/node';
import { findBestPlan } from '../../src/search';
import {
  assembleMemory,
  assembleSeconds,
  bindStages,
  createAssembly,
  createTable,
  estimateStep,
  microBatches,
  type Plan,
  type Setup,
} from '../../src/step';

/** Benchmarks on one core, apart from the tests: `npm run bench`, `--json` for machines. */
interface Row {
  name: string;
  value: number;
  unit: string;
}

const seconds = () => performance.now() / 1000;

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Calls per second of `work`, which does `count` of them: median of five runs after one to warm up. */
function rate(count: number, work: () => void): number {
  work();
  return median(
    Array.from({ length: 5 }, () => {
      const start = seconds();
      work();
      return count / (seconds() - start);
    }),
  );
}

const setup: Setup = {
  model: catalogModel('glm-5'),
  cluster: { name: 'H100', system: catalogSystem('dgx-h100'), chips: 16384 },
  stack: catalogStack('megatron-2025'),
  training: {
    tokens: 28.5e12,
    sequence: 4096,
    globalBatch: 7680,
    precision: 'fp8-tensor',
    optimizer: 'adam',
    routing: 'aux-free',
    capacityFactor: null,
  },
};

const plan: Plan = {
  tp: 4,
  pp: 8,
  vpp: 3,
  ep: 64,
  etp: 1,
  cp: 1,
  dp: 512,
  zero: 1,
  shardGroup: 0,
  microBatch: 1,
  recompute: 'norm+act',
  recomputeShare: 1,
  schedule: 'interleaved',
};

/** Complete evaluations, memory and time, of plans over one bound layer set: the search's inner loop. */
function innerLoop(): Row {
  const table = createTable(setup);
  const assembly = createAssembly();
  bindStages(assembly, table, plan);
  const count = 200_000;
  let sink = 0;
  const value = rate(count, () => {
    const tried = { ...plan };
    for (let i = 0; i < count; i++) {
      tried.dp = 256 + (i & 255);
      const m = microBatches(setup, tried);
      sink += assembleMemory(assembly, table, tried, m) + assembleSeconds(assembly, table, tried, m);
    }
  });
  if (!(sink > 0)) throw new Error('nothing was evaluated');
  return { name: 'full evaluations (memory and time), inner loop', value, unit: '1/s' };
}

/** The naive way for comparison: a fresh layer table and a full report for every plan. */
function fromScratch(): Row {
  const count = 2_000;
  const value = rate(count, () => {
    for (let i = 0; i < count; i++) estimateStep(setup, { ...plan, dp: 256 + (i & 255) });
  });
  return { name: 'the same without tables, with the full report', value, unit: '1/s' };
}

function defaultCases(): Case[] {
  const study = readyStudies().find((item) => item.id === 'glm5-ascend-vs-h100');
  const scenario = study ? loadScenario({ file: study.id, text: study.text }) : null;
  if (!scenario?.ok) throw new Error('the default study does not load');
  return scenario.value.cases;
}

/** Times of searches of one cluster in a warm process, and what the last of them found. */
function warmSearches({ setup: asked, constraints }: Pick<Case, 'setup' | 'constraints'>) {
  for (let i = 0; i < 12; i++) findBestPlan(asked, constraints);
  let found = findBestPlan(asked, constraints);
  const times = Array.from({ length: 9 }, () => {
    const start = seconds();
    found = findBestPlan(asked, constraints);
    return seconds() - start;
  });
  return { seconds: median(times), found };
}

/** The first searches of a process, before anything was compiled. */
function coldStudy(cases: Case[]): Row {
  const start = seconds();
  for (const item of cases) findBestPlan(item.setup, item.constraints);
  return { name: 'search: default study, first in the process', value: seconds() - start, unit: 's' };
}

/** Searches of the default study, tables included, in a warm process. */
function warmStudy(cases: Case[]): Row[] {
  const rows: Row[] = [];
  let total = 0;
  for (const item of cases) {
    const { seconds: value, found } = warmSearches(item);
    total += value;
    const name = `search: ${item.cluster}`;
    rows.push(
      { name, value, unit: 's' },
      { name: `${name}, plans in the space`, value: found.plansInSpace, unit: '' },
      { name: `${name}, plans evaluated`, value: found.plansEvaluated, unit: '' },
      { name: `${name}, plans pruned`, value: found.plansPruned, unit: '' },
    );
  }
  return [...rows, { name: 'search: default study, all clusters', value: total, unit: 's' }];
}

/** One cluster's search as the cluster grows. */
function chipScaling(): Row[] {
  return [1_000, 10_000, 100_000, 1_000_000].map((chips) => {
    const asked = { ...setup, cluster: { ...setup.cluster, chips } };
    const { seconds: value } = warmSearches({ setup: asked, constraints: {} });
    return { name: `search: GLM-5 on ${chips.toLocaleString('en')} H100`, value, unit: 's' };
  });
}

/** Rows of a sweep per second, each planned anew with its interval, on one worker thread and on two. */
async function coreScaling(): Promise<Row[]> {
  const text = `question: How does the network limit it?
model: glm-5
training: {tokens: 28.5T, sequence: 4096, global_batch: 7680 sequences}
clusters:
  - {name: H100, system: dgx-h100, chips: 16384, stack: megatron-2025, training: {precision: fp8}}
vary: {scale_out_bandwidth: {expression: 'base * (0.2 + i / 200)', steps: 200}}
`;
  const source = { file: 'sweep.yaml', text };
  const rows: Row[] = [];
  for (const workers of [1, 2]) {
    const engine = nodeEngine({ workers });
    const sweep = () => engine.run({ kind: 'vary', source });
    await sweep();
    const start = seconds();
    await sweep();
    const value = 200 / (seconds() - start);
    rows.push({ name: `sweep: rows on ${workers} worker${workers > 1 ? 's' : ''}`, value, unit: '1/s' });
    engine.close();
  }
  return rows;
}

const text = ({ value, unit }: Row): string =>
  unit === 's'
    ? `${(1000 * value).toFixed(1)} ms`
    : `${Math.round(value).toLocaleString('en')} ${unit}`.trim();

const json = process.argv.includes('--json');
const all: Row[] = [];
const show = (rows: Row[]) => {
  all.push(...rows);
  if (!json) for (const row of rows) console.log(`${row.name.padEnd(56)} ${text(row)}`);
};

const cases = defaultCases();
show([coldStudy(cases)]);
show(warmStudy(cases));
show([innerLoop()]);
show([fromScratch()]);
show(chipScaling());
show(await coreScaling());
if (json) console.log(JSON.stringify({ node: process.version, rows: all }, null, 2));
