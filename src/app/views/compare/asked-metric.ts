import type { Quantity } from '../../../catalog';
import { isObject, type JsonObject } from '../../state/json';

export const METRICS = ['tokens', 'days', 'mfu', 'cost', 'energy', 'forOne'] as const;
export type Metric = (typeof METRICS)[number];

export const metricOf = (name: string): Metric => METRICS.find((metric) => metric === name) ?? 'tokens';

/** What a metric is a drawing of. */
export const QUANTITY_OF: Record<Metric, Quantity> = {
  ...{ tokens: 'throughput', days: 'time', mfu: 'mfu', cost: 'cost', energy: 'energy', forOne: 'per_chip' },
};

/** The metric that shows what a scenario asks of its clusters first: the time of the run where it asks nothing. */
export function askedMetric({ study }: JsonObject): Metric {
  const by = isObject(study) && study.kind === 'compare' ? [study.by].flat()[0] : 'time';
  return METRICS.find((metric) => QUANTITY_OF[metric] === by) ?? 'days';
}
