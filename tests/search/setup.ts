import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import type { Setup } from '../../src/step';

/** A question about catalog entries, of 1T tokens in BF16. */
export function setup(
  model: string,
  system: string,
  chips: number,
  stack = 'megatron-2025',
  globalBatch = 1024,
): Setup {
  return {
    model: catalogModel(model),
    cluster: { name: system, system: catalogSystem(system), chips },
    stack: catalogStack(stack),
    training: {
      tokens: 1e12,
      sequence: 4096,
      globalBatch,
      precision: 'bf16',
      optimizer: 'adam',
      routing: 'aux-free',
      capacityFactor: null,
    },
  };
}
