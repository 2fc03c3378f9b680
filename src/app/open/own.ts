import type { JsonObject } from '../state/json';
import { words } from '../words';

/** What a comparison of one's own begins with: a well-known model on as many chips of either side, all to be changed. */
export const ownComparison = (): JsonObject => ({
  question: words.start.ownQuestion,
  model: 'deepseek-v3',
  training: { tokens: '14.8T', sequence: 4096, global_batch: '15360 sequences' },
  clusters: [
    {
      name: 'H100',
      system: 'dgx-h100',
      chips: 1536,
      stack: 'megatron-2025',
      training: { precision: 'fp8' },
    },
    {
      ...{ name: 'Ascend 910C', system: 'cloudmatrix-384', chips: 1536, stack: 'mindspeed-2025' },
      training: { precision: 'bf16' },
    },
  ],
});
