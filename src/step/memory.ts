import { denseGroup, expertGroup, shardGroup } from './data-parallel';
import type { PipelineLayout } from './layout';
import type { StageSums } from './stage';
import type { LayerTable } from './table';
import type { MemoryEstimate, Plan } from './types';

/** Bytes of optimizer state a parameter: FP32 master and two moments; BF16 moments; Muon's master and momentum. */
const STATE_BYTES = { adam: 12, 'adam-bf16-moments': 8, muon: 8 } as const;
export const WEIGHT_BYTES = 2;

/** Bytes a job may use on one rank. */
export function usableBytes(table: LayerTable): number {
  return table.rates.memoryBytes * table.rates.constants.memory_usable;
}

/** Parts of the fullest rank, bytes: what the last call of `planMemoryBytes` came to. */
const parts = new Float64Array(5);

/** Memory of the fullest pipeline rank, bytes. */
export function planMemoryBytes(
  table: LayerTable,
  s: StageSums,
  layout: PipelineLayout,
  plan: Plan,
  m: number,
): number {
  const c = table.rates.constants;
  const { setup } = table;
  const copies = plan.schedule === 'dualpipe' ? 2 : 1;
  const sharded = plan.zero === 3;
  const shard = shardGroup(plan);
  const dense = sharded ? shard : denseGroup(plan);
  const experts = sharded ? Math.min(shard, expertGroup(plan)) : expertGroup(plan);
  // Bytes of state a parameter: plain copies, or a share of the group that it is sharded over.
  const weights = copies * WEIGHT_BYTES;
  const denseWeights = sharded ? WEIGHT_BYTES / dense : weights;
  const expertWeights = sharded ? WEIGHT_BYTES / experts : weights;
  const { gradientBytes } = setup.stack.switches;
  const denseGradients = plan.zero >= 2 ? gradientBytes / dense : copies * gradientBytes;
  const expertGradients = plan.zero >= 2 ? gradientBytes / experts : copies * gradientBytes;
  const state = STATE_BYTES[setup.training.optimizer] * copies;
  const denseState = plan.zero === 0 ? state : state / dense;
  const expertState = plan.zero === 0 ? state : state / experts;
  const fragmentation = c.memory_fragmentation;
  const buffers = c.memory_buffers;
  const { types, flight, layers } = layout;
  const { typeDense, typeExperts, typeSaved, typeHead, typeWorkspace } = s;
  let most = 0;
  for (let q = 0; q < types; q++) {
    const denseCount = typeDense[q];
    const expertCount = typeExperts[q];
    // ZeRO-3 gathers whole layers: two of them live in full at a time.
    const gathered = sharded ? (2 * WEIGHT_BYTES * (denseCount + expertCount)) / Math.max(2, layers[q]) : 0;
    const parameters = denseCount * denseWeights + expertCount * expertWeights + gathered;
    const gradients = denseCount * denseGradients + expertCount * expertGradients;
    const optimizer = denseCount * denseState + expertCount * expertState;
    const activations = (typeSaved[q] * Math.min(m, flight[q]) + typeHead[q]) * fragmentation;
    const workspace = typeWorkspace[q] * fragmentation;
    const total = parameters + gradients + optimizer + activations + workspace + buffers;
    if (total > most) {
      most = total;
      parts[0] = parameters;
      parts[1] = gradients;
      parts[2] = optimizer;
      parts[3] = activations;
      parts[4] = workspace;
    }
  }
  return most;
}

/** The same with its parts, for a report. */
export function planMemory(
  table: LayerTable,
  s: StageSums,
  layout: PipelineLayout,
  plan: Plan,
  m: number,
): MemoryEstimate {
  const total = planMemoryBytes(table, s, layout, plan, m);
  const [parameters, gradients, optimizer, activations, workspace] = parts;
  return {
    parameters,
    gradients,
    optimizer,
    activations,
    workspace,
    buffers: table.rates.constants.memory_buffers,
    total,
    capacity: usableBytes(table),
  };
}
