import type { System } from '../hardware';
import { type Model, parameterCounts } from '../model';
import { layerCache, overLayers } from './cache';
import { BUFFER_BYTES_PER_CHIP, USABLE_SHARE } from './constants';
import type { DeploymentMemory, ServingFormat } from './types';

/** Parameters that are loaded: as published, which is what checkpoints hold; counted where nothing is published. */
const storedParameters = (model: Model): number =>
  model.published.totalParameters ?? parameterCounts(model).total;

/** Parameters that every scale-up group holds, and those of the routed experts, which are spread over all chips. */
function spreadParameters(model: Model): { common: number; routed: number } {
  const counts = parameterCounts(model);
  const routed = model.layerKinds.reduce((sum, kind) => sum + counts.kinds[kind].routedExperts, 0);
  return { common: storedParameters(model) - routed, routed };
}

/** Chips that split a layer among them, and how many such groups there are: beyond the domain, attention is replicated. */
export function groupsOf(system: System, chips: number): { size: number; groups: number } {
  const size = Math.min(chips, system.scaleUp.domainChips);
  return { size, groups: chips / size };
}

/** What `sequences` of `context` tokens take on `chips` chips in all. */
export function deploymentMemory(
  model: Model,
  system: System,
  chips: number,
  format: ServingFormat,
  context: number,
  sequences: number,
): DeploymentMemory {
  const { common, routed } = spreadParameters(model);
  const { groups } = groupsOf(system, chips);
  const weights = (common * groups + routed) * format.weightBytes;
  const per = (tokens: number, what: 'cache' | 'state') =>
    overLayers(model, (attention) => layerCache(attention, tokens, format)[what]);
  const cachePerSequence = per(context, 'cache');
  const statePerSequence = per(context, 'state');
  const buffers = BUFFER_BYTES_PER_CHIP * chips;
  const cache = sequences * (cachePerSequence + statePerSequence);
  const capacity = system.chip.memoryBytes * chips * USABLE_SHARE;
  const total = weights + cache + buffers;
  const left = capacity - weights - buffers;
  return {
    weights,
    cachePerToken: per(1, 'cache'),
    cachePerSequence,
    statePerSequence,
    cache,
    buffers,
    total,
    capacity,
    fits: total <= capacity,
    maxSequences: Math.max(0, Math.floor(left / Math.max(1, cachePerSequence + statePerSequence))),
  };
}
