import { findBestPlan } from '../../src/search';
import {
  assembleBytes,
  assembleSeconds,
  bindCosts,
  bindLayout,
  createAssembly,
  createPlanCosts,
  createTable,
  estimateStep,
  layoutShape,
  microBatches,
  pipelineLayout,
  setOffset,
} from '../../src/step';
import { type Row, timed } from './measure';
import { glm5, plan, roomy } from './questions';

/** Recomputations, pipelines and numbers of replicas of one group of plans, as a search meets them. */
const RECOMPUTE = ['none', 'act', 'norm+act+mla-up', 'norm+act+mla-up+moe', 'full'];
const PIPELINES = [
  { pp: 4, vpp: 4 },
  { pp: 6, vpp: 3 },
  { pp: 8, vpp: 3 },
  { pp: 16, vpp: 2 },
];

/** Complete evaluations, memory and time, of all plans of one group: the search's inner loop without its table. */
function innerLoop(): Row[] {
  const table = createTable(glm5);
  const assembly = createAssembly();
  const costs = [createPlanCosts(), createPlanCosts()];
  const sets = RECOMPUTE.map((recompute) => setOffset(table, { ...plan, recompute }));
  const stages = PIPELINES.map((pipeline) => ({
    ...pipeline,
    layout: pipelineLayout(glm5.model, pipeline.pp, pipeline.vpp, layoutShape('interleaved')),
  }));
  const rounds = 5_000;
  const count = rounds * PIPELINES.length * RECOMPUTE.length * costs.length;
  let sink = 0;
  const once = () => {
    const tried = { ...plan };
    for (let round = 0; round < rounds; round++) {
      for (const { pp, vpp, layout } of stages) {
        tried.pp = pp;
        tried.vpp = vpp;
        for (let i = 0; i < costs.length; i++) {
          tried.dp = Math.floor(16384 / (4 * pp)) - 16 * i - (round & 15);
          bindCosts(costs[i], table, tried, microBatches(glm5, tried));
        }
        for (const at of sets) {
          bindLayout(assembly, table, at, layout);
          for (const each of costs)
            sink += assembleBytes(assembly, table, each) + assembleSeconds(assembly, table, each);
        }
      }
    }
  };
  const { median, least } = timed(9, 3, once);
  if (!(sink > 0)) throw new Error('nothing was evaluated');
  return [
    { id: 'inner_loop', name: 'full evaluations in the inner loop', value: count / median, unit: '1/s' },
    { id: 'inner_loop_best', name: '  fastest of nine runs', value: count / least, unit: '1/s' },
  ];
}

/** An exhaustive search in which every plan fits, so that each is evaluated in full; tables and all included. */
function exhaustive(): Row[] {
  const asked = roomy();
  let evaluated = 0;
  const { median, least } = timed(5, 3, () => {
    evaluated = findBestPlan(asked, {}, { exhaustive: true }).plansEvaluated;
  });
  return [
    {
      id: 'exhaustive',
      name: 'full evaluations in an exhaustive search',
      value: evaluated / median,
      unit: '1/s',
    },
    { id: 'exhaustive_best', name: '  fastest of five runs', value: evaluated / least, unit: '1/s' },
    { id: 'exhaustive_plans', name: '  plans evaluated', value: evaluated, unit: '' },
  ];
}

/** The naive way for comparison: a fresh layer table and a full report for every plan. */
function fromScratch(): Row[] {
  const count = 2_000;
  const { median } = timed(5, 1, () => {
    for (let i = 0; i < count; i++) estimateStep(glm5, { ...plan, dp: 256 + (i & 255) });
  });
  const name = 'the same without tables, with the full report';
  return [{ id: 'from_scratch', name, value: count / median, unit: '1/s' }];
}

export const evaluations = (): Row[] => [...innerLoop(), ...exhaustive(), ...fromScratch()];
