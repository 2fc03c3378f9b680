import type { FlatRange } from '../../catalog';
import { Z90 } from '../../run';
import { steadyExp, steadyLog } from '../../units';
import { normalQuantile } from '../sampling';

/** The value below which a range lies with this probability. */
export function quantile({ distribution, low, high, mode }: FlatRange, probability: number): number {
  if (low === high) return low;
  switch (distribution) {
    case 'lognormal': {
      const spread = steadyLog(high / low) / (2 * Z90);
      return Math.sqrt(low * high) * steadyExp(spread * normalQuantile(probability));
    }
    case 'uniform':
      return low + (high - low) * probability;
    case 'log-uniform':
      return low * steadyExp(steadyLog(high / low) * probability);
    case 'triangular': {
      const top = mode ?? (low + high) / 2;
      const width = high - low;
      return probability * width <= top - low
        ? low + Math.sqrt(probability * width * (top - low))
        : high - Math.sqrt((1 - probability) * width * (high - top));
    }
  }
}
