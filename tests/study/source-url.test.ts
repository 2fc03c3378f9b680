import { expect, test } from 'vitest';
import { sourceUrl } from '../../src/study/validate/source-url';

test.each([
  [
    'github:NVIDIA-NeMo/Megatron-Bridge@067f987d:docs/performance-summary.md',
    'https://github.com/NVIDIA-NeMo/Megatron-Bridge/blob/067f987d/docs/performance-summary.md',
  ],
  [
    'github:NVIDIA/dgxc-benchmarking@support/25.05:grok1/README.md + others',
    'https://github.com/NVIDIA/dgxc-benchmarking/blob/support/25.05/grok1/README.md',
  ],
  [
    'github:FlagOpen/FlagPerf@1b5a0303:training/...',
    'https://github.com/FlagOpen/FlagPerf/tree/1b5a0303/training/',
  ],
  ['github:a/b@c0ffee:skills/perf-*', 'https://github.com/a/b/tree/c0ffee/skills/'],
  ['arXiv:2412.19437 Table 1, sec 3', 'https://arxiv.org/abs/2412.19437'],
  ['github issue NVIDIA/Megatron-LM#756 (copy)', 'https://github.com/NVIDIA/Megatron-LM/issues/756'],
  ['see https://example.org/a; page 3', 'https://example.org/a'],
  ['secondary copy', null],
  ['javascript:alert(1)', null],
])('%s', (reference, url) => {
  expect(sourceUrl(reference)).toBe(url);
});
