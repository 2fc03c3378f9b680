import type { ErrorSummary } from '../types';

/**
 * Errors on the judged points, each predicted by a fit that never saw its source. Written by `npm run calibrate`,
 * which alone can say them: they take a fit for every source.
 */
export const LEFT_OUT: readonly ErrorSummary[] = [
  { name: 'all', count: 560, mape: 0.1051, median: 0.07602, p90: 0.2142, worst: 1.017 },
  { name: 'MoE', count: 248, mape: 0.118, median: 0.09444, p90: 0.238, worst: 0.8232 },
  { name: 'dense', count: 312, mape: 0.09484, median: 0.06639, p90: 0.2007, worst: 1.017 },
  { name: 'MoE, switches documented', count: 198, mape: 0.1235, median: 0.09507, p90: 0.2548, worst: 0.8232 },
  {
    name: 'MoE, switches not documented',
    count: 50,
    mape: 0.09595,
    median: 0.09297,
    p90: 0.1967,
    worst: 0.2256,
  },
  { name: 'switches documented', count: 304, mape: 0.1142, median: 0.09235, p90: 0.2278, worst: 0.8232 },
  { name: 'switches not documented', count: 256, mape: 0.09425, median: 0.06029, p90: 0.2006, worst: 1.017 },
  { name: 'Ascend', count: 59, mape: 0.09502, median: 0.08409, p90: 0.1791, worst: 0.3864 },
];
