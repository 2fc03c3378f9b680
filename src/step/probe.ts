import { assembleLanes, bindCosts, bindLayout, createAssembly, createStepLanes } from './assemble';
import type { LayerPlan } from './builder';
import { planSetup } from './choice';
import type { ConstantName, Constants } from './constants';
import { microBatches } from './estimate';
import { idleConstants } from './idle';
import { laneSum } from './lanes';
import { pipelineLayout } from './layout';
import { resolveRates, setupConstants } from './rates';
import { recomputeFlags } from './recompute';
import { layoutShape } from './schedule';
import { addSet, createTable, renewTable } from './table';
import type { Plan, Setup } from './types';

/** Reused from probe to probe: all of it is bound anew each time. */
const scratch = createAssembly();
const scratchLanes = createStepLanes();

/**
 * Tokens a second under one plan, as a function of one constant while the others stay, with the bits of a step computed
 * from the start: the table is used again, and a constant that nothing asks for changes nothing.
 */
export function constantProbe(asked: Setup, plan: Plan) {
  const setup = planSetup(asked, plan);
  const constants = setupConstants(setup);
  const table = createTable(setup, constants);
  const idle = idleConstants(setup);
  const { tp, cp, ep, etp, microBatch, pp, vpp, schedule } = plan;
  const layers: LayerPlan = { tp, cp, ep, etp, microBatch, recompute: recomputeFlags(plan) };
  const layout = pipelineLayout(setup.model, pp, vpp, layoutShape(schedule));
  const m = microBatches(setup, plan);
  const tokens = m * plan.dp * plan.microBatch * setup.training.sequence;
  const rate = (): number => {
    bindLayout(scratch, table, addSet(table, layers, -1), layout);
    bindCosts(scratch.costs, table, plan, m);
    return tokens / laneSum(assembleLanes(scratchLanes, scratch, table).total);
  };
  const base = rate();
  const rateWith = (name: ConstantName, value: number): number => {
    if (idle.has(name)) return base;
    const own = constants[name];
    constants[name] = value;
    renewTable(table, resolveRates(setup, constants));
    const moved = rate();
    constants[name] = own;
    return moved;
  };
  return { base, constants: constants as Readonly<Constants>, rateWith };
}
