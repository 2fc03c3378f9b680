import {
  assembleBytes,
  assembleSeconds,
  bindPlan,
  createAssembly,
  createTable,
  type LayerTable,
  microBatches,
  type Plan,
  planSetup,
  type Setup,
  usableBytes,
} from '../step';

export interface Candidate {
  plan: Plan;
  tokensPerSecond: number;
}

const scratch = createAssembly();

/** The fastest of given plans that fits; null where none does. Plans must be such as a search of this cluster size finds. */
export function bestAmong(setup: Setup, plans: readonly Plan[]): Candidate | null {
  const tables = new Map<string, LayerTable>();
  let best: Candidate | null = null;
  for (const plan of plans) {
    const key = `${plan.dispatcher} ${plan.precision}`;
    const table = tables.get(key) ?? createTable(planSetup(setup, plan));
    tables.set(key, table);
    const m = microBatches(setup, plan);
    bindPlan(scratch, table, plan, m);
    if (assembleBytes(scratch, table) > usableBytes(table)) continue;
    const tokens = m * plan.dp * plan.microBatch * setup.training.sequence;
    const tokensPerSecond = tokens / assembleSeconds(scratch, table);
    if (!best || tokensPerSecond > best.tokensPerSecond) best = { plan, tokensPerSecond };
  }
  return best;
}
