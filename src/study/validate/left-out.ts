import type { ErrorSummary } from '../types';

/**
 * Errors on the judged points, each predicted by a fit that never saw its source. Written by `npm run calibrate`,
 * which alone can say them: they take a fit for every source.
 */
export const LEFT_OUT: readonly ErrorSummary[] = [
  { name: 'all', count: 560, mape: 0.1047, median: 0.07514, p90: 0.2103, worst: 0.9933 },
  { name: 'MoE', count: 248, mape: 0.1168, median: 0.09164, p90: 0.2428, worst: 0.7895 },
  { name: 'dense', count: 312, mape: 0.09509, median: 0.06561, p90: 0.1991, worst: 0.9933 },
  { name: 'MoE, switches documented', count: 198, mape: 0.1213, median: 0.08916, p90: 0.2562, worst: 0.7895 },
  { name: 'MoE, switches not documented', count: 50, mape: 0.09915, median: 0.09602, p90: 0.2017, worst: 0.2272 },
  { name: 'switches documented', count: 304, mape: 0.1122, median: 0.08703, p90: 0.2253, worst: 0.7895 },
  { name: 'switches not documented', count: 256, mape: 0.09578, median: 0.06257, p90: 0.2017, worst: 0.9933 },
  { name: 'Ascend', count: 59, mape: 0.0942, median: 0.08387, p90: 0.1773, worst: 0.3816 },
];
