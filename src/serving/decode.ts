import type { System } from '../hardware';
import { type Model, parameterCounts } from '../model';
import { steadyPower } from '../units';
import { layerCacheRead, layerCoreFlops, overLayers } from './cache';
import {
  COMPUTE_EFFICIENCY,
  EXCHANGE_SECONDS,
  EXPERT_EXCHANGE_BYTES,
  LAUNCH_SECONDS_PER_LAYER,
  LINK_EFFICIENCY,
  MEMORY_EFFICIENCY,
  SERVED_SHARE,
} from './constants';
import { groupsOf } from './memory';
import type { DecodeEstimate, ServingFormat } from './types';

/** Parameters that a step reads whatever the tokens, and those of the routed experts; the input embedding is looked up. */
function readParameters(model: Model): { common: number; routed: number; active: number } {
  const counts = parameterCounts(model);
  const routed = model.layerKinds.reduce((sum, kind) => sum + counts.kinds[kind].routedExperts, 0);
  const idle = counts.vision + counts.embedding * (model.tiedEmbeddings ? 0 : 1);
  return { common: counts.total - routed - idle, routed, active: counts.active - idle };
}

/** FLOP/s of the format that the weights are multiplied in. */
function peak(system: System, format: ServingFormat): number {
  const { bf16, fp8 } = system.chip.peakFlops;
  return format.weightBytes < 2 && fp8 !== null ? fp8 : bf16;
}

/** The routed experts that a token goes to; none in a dense model. */
function routing(model: Model): { topK: number; experts: number; layers: number } {
  const kinds = model.kinds.map(({ feedForward }) => (feedForward?.kind === 'moe' ? feedForward : null));
  const moe = kinds.find((one) => one !== null);
  const layers = model.layerKinds.filter((kind) => kinds[kind] !== null).length;
  return { topK: moe?.topK ?? 0, experts: moe?.experts ?? 1, layers };
}

/**
 * One decoding step on `chips` chips: the larger of memory and compute time, two exchanges a layer within the scale-up
 * group, expert exchange between groups over the scale-out network, and launches. Layers are split within a group and
 * replicated over groups; routed experts and sequences are spread over all chips. An upper bound.
 */
export function decodeStep(
  model: Model,
  system: System,
  chips: number,
  format: ServingFormat,
  context: number,
  sequences: number,
): DecodeEstimate {
  const { common, routed, active } = readParameters(model);
  const { size, groups } = groupsOf(system, chips);
  const { topK, experts, layers: expertLayers } = routing(model);
  const touched = topK === 0 ? 0 : 1 - steadyPower(1 - topK / experts, sequences);
  const weights = (common * groups + routed * touched) * format.weightBytes;
  const cache = sequences * overLayers(model, (attention) => layerCacheRead(attention, context, format));
  const flops =
    sequences * (2 * active + overLayers(model, (attention) => layerCoreFlops(attention, context)));
  const memory = (weights + cache) / (chips * system.chip.memoryBandwidth * MEMORY_EFFICIENCY);
  const compute = flops / (chips * peak(system, format) * COMPUTE_EFFICIENCY);
  const layers = model.layerKinds.length;
  const reduced = (2 * (size - 1) * (sequences / groups) * model.hidden * 2) / size;
  const within =
    size > 1 ? layers * 2 * (EXCHANGE_SECONDS + reduced / (system.scaleUp.bandwidth * LINK_EFFICIENCY)) : 0;
  const sent =
    (sequences / chips) * Math.min(topK, groups) * (1 - 1 / groups) * model.hidden * EXPERT_EXCHANGE_BYTES;
  const between =
    groups > 1
      ? expertLayers * (2 * EXCHANGE_SECONDS + sent / (system.scaleOut.bandwidth * LINK_EFFICIENCY))
      : 0;
  const network = within + between;
  const launch = layers * LAUNCH_SECONDS_PER_LAYER;
  const stepSeconds = Math.max(memory, compute) + network + launch;
  const tokensPerSecond = sequences / stepSeconds;
  return {
    sequences,
    context,
    stepSeconds,
    tokensPerSecond,
    seconds: { memory, compute, network, launch },
    bytesRead: { weights, cache },
    flops,
    servedTokensPerSecond: [tokensPerSecond * SERVED_SHARE[0], tokensPerSecond * SERVED_SHARE[1]],
  };
}
