import { findBestPlan } from '../../src/search';
import {
  assembleMemory,
  assembleSeconds,
  bindLayout,
  createAssembly,
  createTable,
  estimateStep,
  layoutShape,
  microBatches,
  pipelineLayout,
  setOffset,
} from '../../src/step';
import { type Row, timed } from './measure';
import { glm5, plan, roomy } from './questions';

/** Complete evaluations, memory and time, of plans over one layer set: the search's inner loop. */
function innerLoop(): Row[] {
  const table = createTable(glm5);
  const assembly = createAssembly();
  const at = setOffset(table, plan);
  const stages = [
    { pp: 4, vpp: 4 },
    { pp: 6, vpp: 3 },
    { pp: 8, vpp: 3 },
    { pp: 16, vpp: 2 },
  ].map((pipeline) => ({
    ...pipeline,
    layout: pipelineLayout(glm5.model, pipeline.pp, pipeline.vpp, layoutShape('interleaved')),
  }));
  const count = 200_000;
  let sink = 0;
  const once = () => {
    const tried = { ...plan };
    let left = count;
    while (left > 0) {
      for (const { pp, vpp, layout } of stages) {
        tried.pp = pp;
        tried.vpp = vpp;
        bindLayout(assembly, table, at, layout);
        // As many as a search tries for one pipeline: two numbers of replicas.
        for (let i = 0; i < 2; i++) {
          tried.dp = Math.floor(16384 / (4 * pp)) - 16 * i - (left & 15);
          const m = microBatches(glm5, tried);
          sink += assembleMemory(assembly, table, tried, m) + assembleSeconds(assembly, table, tried, m);
          left--;
        }
      }
    }
  };
  const { median, least } = timed(7, 3, once);
  if (!(sink > 0)) throw new Error('nothing was evaluated');
  return [
    { id: 'inner_loop', name: 'full evaluations in the inner loop', value: count / median, unit: '1/s' },
    { id: 'inner_loop_best', name: '  fastest of seven runs', value: count / least, unit: '1/s' },
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
