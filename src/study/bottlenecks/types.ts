import type { Resource } from '../../step';

/** Columns of a map: a row for each cell and cluster, x fastest but for the cluster; NaN where nothing fits. */
export const MAP_COLUMNS = [
  'cluster',
  'x',
  'y',
  'tokens_per_second',
  /** Place in RESOURCES. */
  'bottleneck',
  'flops',
  'memory_bandwidth',
  'scale_up_bandwidth',
  'scale_out_bandwidth',
  'latency_and_host',
  /** Elasticity of the best plan's rate to the inputs themselves, plans searched anew: from the neighbouring cells. */
  'replanned_x',
  'replanned_y',
  /** Of the best plan. */
  'tp',
  'pp',
  'ep',
  'cp',
  'micro_batch',
] as const satisfies readonly (Resource | string)[];
type MapColumn = (typeof MAP_COLUMNS)[number];

/** Columns of the borders: pieces of lines on whose sides different resources limit; places in RESOURCES. */
export const BORDER_COLUMNS = ['cluster', 'x1', 'y1', 'x2', 'y2', 'one', 'other'] as const;
type BorderColumn = (typeof BORDER_COLUMNS)[number];

export interface BottlenecksReport {
  question: string;
  model: string;
  clusters: string[];
  x: { key: string; unit: string; values: number[] };
  y: { key: string; unit: string; values: number[] };
  resources: Resource[];
  columns: Record<MapColumn, Float64Array>;
  borders: Record<BorderColumn, Float64Array>;
  reading: string;
}
