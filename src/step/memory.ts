import { dataParallelGroups } from './data-parallel';
import type { PipelineLayout } from './layout';
import { microBatchesInFlight } from './schedule';
import type { StageSums } from './stage';
import type { LayerTable } from './table';
import type { MemoryEstimate, Plan } from './types';

/** Bytes of optimizer state a parameter: FP32 master and two moments; BF16 moments; Muon's master and momentum. */
const STATE_BYTES = { adam: 12, 'adam-bf16-moments': 8, muon: 8 } as const;
const WEIGHT_BYTES = 2;

/** Bytes of state per dense and per expert parameter on a rank under the plan's sharding. */
interface StateBytes {
  weights: [number, number];
  gradients: [number, number];
  optimizer: [number, number];
}

function stateBytes(table: LayerTable, plan: Plan): StateBytes {
  const { switches } = table.setup.stack;
  const g = dataParallelGroups(plan);
  const copies = plan.schedule === 'dualpipe' ? 2 : 1;
  const dense = plan.zero === 3 ? g.denseShard : g.dense;
  const experts = plan.zero === 3 ? g.expertShard : g.experts;
  const state = STATE_BYTES[table.setup.training.optimizer] * copies;
  return {
    weights:
      plan.zero === 3
        ? [WEIGHT_BYTES / dense, WEIGHT_BYTES / experts]
        : [copies * WEIGHT_BYTES, copies * WEIGHT_BYTES],
    gradients:
      plan.zero >= 2
        ? [switches.gradientBytes / dense, switches.gradientBytes / experts]
        : [copies * switches.gradientBytes, copies * switches.gradientBytes],
    optimizer: plan.zero === 0 ? [state, state] : [state / dense, state / experts],
  };
}

/** Bytes a job may use on one rank. */
export function usableBytes(table: LayerTable): number {
  return table.rates.memoryBytes * table.rates.constants.memory_usable;
}

const scratch: MemoryEstimate = {
  parameters: 0,
  gradients: 0,
  optimizer: 0,
  activations: 0,
  workspace: 0,
  buffers: 0,
  total: 0,
  capacity: 0,
};

/** Memory of the fullest pipeline rank, bytes. The returned object is reused by the next call. */
export function planMemory(
  table: LayerTable,
  s: StageSums,
  layout: PipelineLayout,
  plan: Plan,
  m: number,
): MemoryEstimate {
  const c = table.rates.constants;
  const state = stateBytes(table, plan);
  scratch.total = 0;
  scratch.capacity = usableBytes(table);
  // ZeRO-3 gathers whole layers: two of them live in full at a time.
  for (let q = 0; q < layout.types; q++) {
    const dense = s.typeDense[q];
    const experts = s.typeExperts[q];
    const flight = microBatchesInFlight(plan, layout.firstRank[q], m);
    const gathered =
      plan.zero === 3 ? (2 * WEIGHT_BYTES * (dense + experts)) / Math.max(2, layersOf(layout, q)) : 0;
    const parameters = dense * state.weights[0] + experts * state.weights[1] + gathered;
    const gradients = dense * state.gradients[0] + experts * state.gradients[1];
    const optimizer = dense * state.optimizer[0] + experts * state.optimizer[1];
    const activations = (s.typeSaved[q] * flight + s.typeHead[q]) * c.memory_fragmentation;
    const workspace = s.typeWorkspace[q] * c.memory_fragmentation;
    const total = parameters + gradients + optimizer + activations + workspace + c.memory_buffers;
    if (total > scratch.total) {
      scratch.parameters = parameters;
      scratch.gradients = gradients;
      scratch.optimizer = optimizer;
      scratch.activations = activations;
      scratch.workspace = workspace;
      scratch.buffers = c.memory_buffers;
      scratch.total = total;
    }
  }
  return scratch;
}

function layersOf(layout: PipelineLayout, type: number): number {
  let layers = 0;
  for (let k = 0; k < layout.rows - 3; k++) layers += layout.counts[type * layout.rows + k];
  return layers;
}
