import {
  assembleLanes,
  BACKWARD_SHARE,
  bindPlan,
  createAssembly,
  createStepLanes,
  exposedSeconds,
  FSDP_WINDOW,
} from './assemble';
import { planSetup } from './choice';
import { PART, partLanes } from './costs';
import { LANES, laneSum, OUT, UP } from './lanes';
import { chunkCounts } from './layer-split';
import { chunkPasses, PASSES, passSeconds } from './passes';
import { COLUMN, COLUMNS } from './row';
import { layoutShape } from './schedule';
import { createTable, type LayerTable } from './table';
import type { Plan, Setup } from './types';

/** Communication under compute: all of it, and what stays visible; seconds. `out`: over the NIC, not the fabric. */
interface Overlapped {
  seconds: number;
  exposed: number;
  out: boolean;
}

/** What a pipeline rank does once a step, and its part of the chunks. Seconds without the jitter of large clusters. */
interface RankWork {
  /** Chunks that the rank holds, and the share of the micro-batches that it runs of each. */
  chunks: number[];
  share: number;
  /** Before the first forward pass, and after the last backward pass. */
  gather: Overlapped;
  reduce: Overlapped;
  /** ZeRO-3: gathers and scatters of each micro-batch. */
  sharded: Overlapped;
  optimizerSeconds: number;
}

/** The closed form of a step by parts; jitter is in the first four, seconds. */
export interface ClosedForm {
  seconds: number;
  steady: number;
  bubble: number;
  sends: number;
  sharded: number;
  reduce: number;
  gather: number;
  optimizer: number;
  fixed: number;
}

/** One step as work for each pipeline rank, from the closed form's own tables. */
export interface StepWork {
  chunks: number;
  /** See passes.ts: CHUNK_PARTS for each chunk. */
  passSeconds: Float64Array;
  ranks: RankWork[];
  /** One send between neighbouring stages. */
  send: { seconds: number; out: boolean };
  jitter: number;
  fixedSeconds: number;
  closed: ClosedForm;
}

/** Chunks on each rank: every pp-th, both ends of a fold, or stage i and its mirror image half each. */
function chunksOf(plan: Plan, rank: number): { chunks: number[]; share: number } {
  const shape = layoutShape(plan.schedule);
  if (shape === 'bidirectional') return { chunks: [rank, plan.pp - 1 - rank], share: 0.5 };
  if (shape === 'v') return { chunks: [rank, 2 * plan.pp - 1 - rank], share: 1 };
  return { chunks: Array.from({ length: plan.vpp }, (_, v) => rank + v * plan.pp), share: 1 };
}

const overOut = (lanes: Float64Array): boolean => lanes[OUT] > lanes[UP];

/** Parameters of one rank: dense (an MTP head shares the output head's weights) and expert. */
function rankParameters(table: LayerTable, at: number, counts: Float64Array) {
  const head = table.kinds + 1;
  let dense = 0;
  let experts = 0;
  for (let k = 0; k < counts.length; k++) {
    const from = at + k * COLUMNS;
    const n = k === head ? Math.min(counts[k], 1) : counts[k];
    dense += n * table.columns[from + COLUMN.DENSE_PARAMETERS];
    experts += counts[k] * table.columns[from + COLUMN.EXPERT_PARAMETERS];
  }
  return { dense, experts };
}

/** The work of each pipeline rank in one step of m micro-batches, and the closed form for comparison. */
export function stepWork(
  asked: Setup,
  plan: Plan,
  m: number,
  table: LayerTable = createTable(planSetup(asked, plan)),
): StepWork {
  const { setup } = table;
  const a = createAssembly();
  bindPlan(a, table, plan, m);
  const lanes = assembleLanes(createStepLanes(), a, table);
  const c = table.rates.constants;
  const { switches } = setup.stack;
  const { jitter } = a.costs;
  const passes = chunkPasses(table, plan);
  const counts = chunkCounts(setup.model, plan.pp, plan.vpp, layoutShape(plan.schedule));
  const raw = new Float64Array(LANES);
  const ranks = Array.from({ length: plan.pp }, (_, rank): RankWork => {
    const { chunks, share } = chunksOf(plan, rank);
    const held = new Float64Array(counts[0].length);
    let pass = 0;
    for (const chunk of chunks) {
      for (let k = 0; k < held.length; k++) held[k] += share * counts[chunk][k];
      PASSES.forEach((_, p) => {
        pass += share * passSeconds(passes.seconds, chunk, p);
      });
    }
    const { dense, experts } = rankParameters(table, a.at, held);
    const fill = (of: number) => partLanes(raw, a.costs, of, dense, experts);
    const part = (of: number, overlapped: boolean, least: number, window: number): Overlapped => {
      fill(of);
      const seconds = laneSum(raw);
      return { seconds, exposed: exposedSeconds(seconds, overlapped, least, window), out: overOut(raw) };
    };
    const { dp_exposed, dp_window, fsdp_exposed } = c;
    const sharded = part(PART.SHARDED, true, fsdp_exposed, FSDP_WINDOW * pass);
    const window = dp_window * (pass - (sharded.seconds - sharded.exposed));
    const once = {
      gather: part(PART.GATHER, switches.paramGatherOverlap, dp_exposed, (1 - BACKWARD_SHARE) * window),
      reduce: part(PART.REDUCE, switches.gradReduceOverlap, dp_exposed, BACKWARD_SHARE * window),
      sharded,
    };
    fill(PART.OPTIMIZER);
    return { chunks, share, ...once, optimizerSeconds: laneSum(raw) };
  });
  return {
    chunks: passes.chunks,
    passSeconds: passes.seconds,
    ranks,
    send: { seconds: laneSum(lanes.raw[PART.SEND]), out: overOut(lanes.raw[PART.SEND]) },
    jitter,
    fixedSeconds: laneSum(lanes.fixed),
    closed: {
      seconds: laneSum(lanes.total),
      steady: laneSum(lanes.steady) * jitter,
      bubble: laneSum(lanes.bubble) * jitter,
      sends: laneSum(lanes.sends) * jitter,
      sharded: laneSum(lanes.sharded) * jitter,
      reduce: laneSum(lanes.reduce),
      gather: laneSum(lanes.gather),
      optimizer: laneSum(lanes.optimizer),
      fixed: laneSum(lanes.fixed),
    },
  };
}
