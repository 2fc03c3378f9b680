import type { FlatQuantity } from '../../catalog';
import type { System } from '../../hardware';
import type { Model } from '../../model';
import { decodeStep, deploymentMemory, type ServingFormat } from '../../serving';
import { exact, type Figure, scaled } from './figure';

type Deployment = Extract<FlatQuantity, { kind: 'deployment' }>;
type Decode = Extract<FlatQuantity, { kind: 'decode' }>;

const BITS = 8;
const STATE_BYTES = 4;

const formatOf = (of: Pick<Deployment, 'weight_bits' | 'cache_bits'>): ServingFormat => ({
  weightBytes: of.weight_bits / BITS,
  cacheBytes: of.cache_bits / BITS,
  stateBytes: STATE_BYTES,
});

export function deploymentFigure(model: Model, system: System, of: Deployment): Figure {
  const memory = deploymentMemory(model, system, of.chips, formatOf(of), of.context, of.sequences);
  const figures: Record<Deployment['take'], number> = {
    weight_bytes: memory.weights,
    cache_bytes_per_token: memory.cachePerToken,
    cache_bytes_per_sequence: memory.cachePerSequence,
    state_bytes_per_sequence: memory.statePerSequence,
    total_bytes: memory.total,
    capacity_bytes: memory.capacity,
    fits: memory.fits ? 1 : 0,
    sequences_most: memory.maxSequences,
  };
  return exact(figures[of.take]);
}

/** A decoding rate; its interval is what served systems reach of the bound. Null where not even one sequence fits. */
export function decodeFigure(model: Model, system: System, of: Decode): Figure | null {
  const format = formatOf(of);
  const { maxSequences } = deploymentMemory(model, system, of.chips, format, of.context, 1);
  const sequences = of.sequences === 'most' ? maxSequences : of.sequences;
  if (maxSequences < 1 || sequences > maxSequences) return null;
  const step = decodeStep(model, system, of.chips, format, of.context, sequences);
  const [low, high] = step.servedTokensPerSecond;
  const rate: Figure = { value: step.tokensPerSecond, low, high };
  switch (of.take) {
    case 'tokens_per_second':
      return rate;
    case 'tokens_per_second_bound':
      return exact(step.tokensPerSecond);
    case 'tokens_per_second_per_sequence':
      return scaled(rate, 1 / sequences);
    case 'step_time_s':
      return { value: step.stepSeconds, low: sequences / high, high: sequences / low };
    case 'sequences':
      return exact(sequences);
  }
}
