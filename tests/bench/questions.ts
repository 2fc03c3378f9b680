import {
  type Case,
  catalogModel,
  catalogStack,
  catalogSystem,
  loadScenario,
  readyStudies,
} from '../../src/catalog';
import type { Plan, Setup } from '../../src/step';

/** What the benchmarks ask about. */

/** The clusters of the study that the page opens with. */
export function defaultCases(): Case[] {
  const study = readyStudies().find((item) => item.id === 'glm5-ascend-vs-h100');
  const scenario = study ? loadScenario({ file: study.id, text: study.text }) : null;
  if (!scenario?.ok) throw new Error('the default study does not load');
  return scenario.value.cases;
}

export const glm5: Setup = {
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

/** The same with so much memory that every plan fits: nothing is refused before it is evaluated. */
export function roomy(): Setup {
  const { cluster } = glm5;
  const { system } = cluster;
  const chip = { ...system.chip, memoryBytes: 1000 * system.chip.memoryBytes };
  return { ...glm5, cluster: { ...cluster, system: { ...system, chip: chip as typeof system.chip } } };
}

export const plan: Plan = {
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

/** A sweep of one cluster over its network, `points` values. */
export const sweepText = (points: number): string => `question: How does the network limit it?
model: glm-5
training: {tokens: 28.5T, sequence: 4096, global_batch: 7680 sequences}
clusters:
  - {name: H100, system: dgx-h100, chips: 16384, stack: megatron-2025, training: {precision: fp8}}
vary: {scale_out_bandwidth: {expression: 'base * (0.2 + i / ${points})', steps: ${points}}}
`;
