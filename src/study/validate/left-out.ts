import type { ErrorSummary } from '../types';

/**
 * Errors on the judged points, each predicted by a fit that never saw its source. Written by `npm run calibrate`,
 * which alone can say them: they take a fit for every source.
 */
export const LEFT_OUT: readonly ErrorSummary[] = [
  { name: 'all', count: 560, mape: 0.1078, median: 0.07871, p90: 0.219, worst: 1.284 },
  { name: 'MoE', count: 248, mape: 0.1236, median: 0.09174, p90: 0.2458, worst: 1.284 },
  { name: 'dense', count: 312, mape: 0.09524, median: 0.07027, p90: 0.1886, worst: 0.8542 },
  { name: 'MoE, switches documented', count: 191, mape: 0.1164, median: 0.09062, p90: 0.2453, worst: 0.7936 },
  {
    name: 'MoE, switches not documented',
    count: 57,
    mape: 0.1476,
    median: 0.1107,
    p90: 0.2949,
    worst: 1.284,
  },
  { name: 'switches documented', count: 297, mape: 0.1067, median: 0.08436, p90: 0.2259, worst: 0.7936 },
  { name: 'switches not documented', count: 263, mape: 0.1091, median: 0.07029, p90: 0.2121, worst: 1.284 },
  { name: 'Ascend', count: 59, mape: 0.09143, median: 0.08104, p90: 0.1672, worst: 0.379 },
];
