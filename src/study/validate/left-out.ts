import type { ErrorSummary } from '../types';

/**
 * Errors on the judged points, each predicted by a fit that never saw its source. Written by `npm run calibrate`,
 * which alone can say them: they take a fit for every source.
 */
export const LEFT_OUT: readonly ErrorSummary[] = [
  { name: 'all', count: 560, mape: 0.1074, median: 0.0769, p90: 0.2204, worst: 1.284 },
  { name: 'MoE', count: 248, mape: 0.1227, median: 0.09187, p90: 0.2473, worst: 1.284 },
  { name: 'dense', count: 312, mape: 0.09524, median: 0.07007, p90: 0.1892, worst: 0.8566 },
  { name: 'MoE, switches documented', count: 191, mape: 0.1156, median: 0.08984, p90: 0.244, worst: 0.7944 },
  {
    name: 'MoE, switches not documented',
    count: 57,
    mape: 0.1466,
    median: 0.1108,
    p90: 0.2953,
    worst: 1.284,
  },
  { name: 'switches documented', count: 297, mape: 0.1062, median: 0.08429, p90: 0.2238, worst: 0.7944 },
  { name: 'switches not documented', count: 263, mape: 0.1088, median: 0.0701, p90: 0.2128, worst: 1.284 },
  { name: 'Ascend', count: 59, mape: 0.09102, median: 0.08059, p90: 0.1663, worst: 0.3787 },
];
