import type { PlanCosts } from './costs';
import { denseGroup, expertGroup, shardGroup } from './data-parallel';
import type { PipelineLayout } from './layout';
import { type StageSums, TYPE } from './stage';
import type { LayerTable } from './table';
import type { MemoryEstimate, Plan } from './types';

/**
 * Bytes of optimizer state a parameter: FP32 master and two moments; BF16 moments; BF16 moments and no master; Muon's
 * master and momentum.
 */
const STATE_BYTES = { adam: 12, 'adam-bf16-moments': 8, 'adam-bf16': 4, muon: 8 } as const;
export const WEIGHT_BYTES = 2;

/** Bytes a job may use on one rank. */
export function usableBytes(table: LayerTable): number {
  return table.rates.memoryBytes * table.rates.constants.memory_usable;
}

/** Bytes of state a parameter: plain copies, or a share of the group that it is sharded over. */
function stateBytes(table: LayerTable, plan: Plan) {
  const { setup } = table;
  const copies = plan.schedule === 'dualpipe' ? 2 : 1;
  const sharded = plan.zero === 3;
  const shard = shardGroup(plan);
  const dense = sharded ? shard : denseGroup(plan);
  const experts = sharded ? Math.min(shard, expertGroup(plan)) : expertGroup(plan);
  const weights = copies * WEIGHT_BYTES;
  const { gradientBytes } = setup.stack.switches;
  const gradients = copies * gradientBytes;
  const state = STATE_BYTES[setup.training.optimizer] * copies;
  return {
    denseWeights: sharded ? WEIGHT_BYTES / dense : weights,
    expertWeights: sharded ? WEIGHT_BYTES / experts : weights,
    denseGradients: plan.zero >= 2 ? gradientBytes / dense : gradients,
    expertGradients: plan.zero >= 2 ? gradientBytes / experts : gradients,
    denseState: plan.zero === 0 ? state : state / dense,
    expertState: plan.zero === 0 ? state : state / experts,
    // ZeRO-3 gathers whole layers: two of them live in full at a time.
    gathered: sharded ? 2 * WEIGHT_BYTES : 0,
  };
}

export function addStateBytes(costs: PlanCosts, table: LayerTable, plan: Plan): void {
  const bytes = stateBytes(table, plan);
  costs.denseBytes = bytes.denseWeights + bytes.denseGradients + bytes.denseState;
  costs.expertBytes = bytes.expertWeights + bytes.expertGradients + bytes.expertState;
  costs.gatheredBytes = bytes.gathered;
}

/** Bytes of the ranks of type `q`. */
function typeBytes(
  types: Float64Array,
  { flight, layers }: PipelineLayout,
  costs: PlanCosts,
  fragmentation: number,
  buffers: number,
  q: number,
): number {
  const at = q * TYPE.SIZE;
  const dense = types[at + TYPE.DENSE];
  const experts = types[at + TYPE.EXPERTS];
  const micro = types[at + TYPE.SAVED] * Math.min(costs.m, flight[q]);
  const saved = micro + types[at + TYPE.HEAD] + types[at + TYPE.WORKSPACE];
  const states = dense * costs.denseBytes + experts * costs.expertBytes + saved * fragmentation + buffers;
  if (costs.gatheredBytes === 0) return states;
  return states + (costs.gatheredBytes * (dense + experts)) / Math.max(2, layers[q]);
}

/** Memory of the fullest pipeline rank, bytes. */
export function fullestBytes(
  table: LayerTable,
  s: StageSums,
  layout: PipelineLayout,
  costs: PlanCosts,
): number {
  const { memory_fragmentation: fragmentation, memory_buffers: buffers } = table.rates.constants;
  let most = 0;
  for (let q = 0; q < layout.types; q++) {
    const bytes = typeBytes(s.types, layout, costs, fragmentation, buffers, q);
    if (bytes > most) most = bytes;
  }
  return most;
}

/** The same with its parts, for a report. */
export function planMemory(
  table: LayerTable,
  s: StageSums,
  layout: PipelineLayout,
  plan: Plan,
  costs: PlanCosts,
): MemoryEstimate {
  const total = fullestBytes(table, s, layout, costs);
  const { types } = s;
  const { memory_fragmentation: fragmentation, memory_buffers: buffers } = table.rates.constants;
  const of = (q: number) => typeBytes(types, layout, costs, fragmentation, buffers, q);
  let q = 0;
  while (q < layout.types - 1 && of(q) !== total) q++;
  const bytes = stateBytes(table, plan);
  const at = q * TYPE.SIZE;
  const dense = types[at + TYPE.DENSE];
  const experts = types[at + TYPE.EXPERTS];
  const gathered = (bytes.gathered * (dense + experts)) / Math.max(2, layout.layers[q]);
  return {
    parameters: dense * bytes.denseWeights + experts * bytes.expertWeights + gathered,
    gradients: dense * bytes.denseGradients + experts * bytes.expertGradients,
    optimizer: dense * bytes.denseState + experts * bytes.expertState,
    activations:
      (types[at + TYPE.SAVED] * Math.min(costs.m, layout.flight[q]) + types[at + TYPE.HEAD]) * fragmentation,
    workspace: types[at + TYPE.WORKSPACE] * fragmentation,
    buffers,
    total,
    capacity: usableBytes(table),
  };
}
