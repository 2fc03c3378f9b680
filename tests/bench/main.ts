import {
  type Case,
  catalogModel,
  catalogStack,
  catalogSystem,
  loadScenario,
  readyStudies,
} from '../../src/catalog';
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

/** Times of searches of one cluster in a warm process, and the complete evaluations of each. */
function warmSearches({ setup, constraints }: Case): { times: number[]; evaluations: number } {
  for (let i = 0; i < 30; i++) findBestPlan(setup, constraints);
  let evaluations = 0;
  const times = Array.from({ length: 15 }, () => {
    const start = seconds();
    evaluations = findBestPlan(setup, constraints).plansEvaluated;
    return seconds() - start;
  });
  return { times, evaluations };
}

/** Searches of the default study, tables included, in a warm process. */
function defaultStudy(): Row[] {
  const study = readyStudies().find((item) => item.id === 'glm5-ascend-vs-h100');
  const scenario = study ? loadScenario({ file: study.id, text: study.text }) : null;
  if (!scenario?.ok) throw new Error('the default study does not load');
  let total = 0;
  let evaluated = 0;
  const rows = scenario.value.cases.map((item): Row => {
    const { times, evaluations } = warmSearches(item);
    evaluated += evaluations;
    total += median(times);
    return { name: `search: ${item.cluster}`, value: median(times), unit: 's' };
  });
  return [
    ...rows,
    { name: 'search: default study, all clusters', value: total, unit: 's' },
    { name: 'full evaluations, whole search with its tables', value: evaluated / total, unit: '1/s' },
  ];
}

const rows = [innerLoop(), fromScratch(), ...defaultStudy()];
if (process.argv.includes('--json')) console.log(JSON.stringify({ node: process.version, rows }, null, 2));
else
  for (const { name, value, unit } of rows)
    console.log(
      `${name.padEnd(52)} ${unit === 's' ? value.toFixed(3) : Math.round(value).toLocaleString('en')} ${unit}`,
    );
