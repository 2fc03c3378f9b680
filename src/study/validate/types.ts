import type { Interval80 } from '../../run';
import type { OwnReport } from '../kernels';

export interface PointReport {
  id: string;
  group: string;
  source: string;
  /** Where the source can be read; null where it has no address of its own. */
  source_url: string | null;
  /** Year, or year and month, of the source. */
  date: string;
  framework: string;
  chip: string;
  model: string;
  chips: number;
  precision: string;
  moe: boolean;
  judged: boolean;
  switches_documented: boolean;
  metric: string;
  measured: number;
  predicted: number | null;
  error: number | null;
  interval80: Interval80 | null;
  /** Model FLOPs of the measured rate over the dense BF16 peak. */
  measured_mfu: number | null;
  memory: MemoryComparison | null;
  reason: string | null;
}

/** Peak memory of the fullest rank; null in a point where the source prints none. */
export interface MemoryComparison {
  /** What the source counts: allocated tensors, the allocator's reserve, or its log's figure without a definition. */
  definition: 'allocated' | 'reserved' | 'as_logged';
  measured_bytes: number;
  predicted_bytes: number;
  error: number;
}

export interface ErrorSummary {
  name: string;
  count: number;
  mape: number;
  median: number;
  p90: number;
  worst: number;
}

export interface Aggregate extends ErrorSummary {
  coverage80: number;
}

export interface ValidateReport {
  points: PointReport[];
  judged: number;
  skipped: number;
  mape: number;
  median: number;
  p90: number;
  worst: number;
  coverage80: number;
  /** Peak memory of the judged points; `name` is the source's definition. */
  memory: ErrorSummary[];
  /** Constant MFU for each chip and number format on the same points. */
  rule_of_thumb: ErrorSummary[];
  subsets: Aggregate[];
  /** The same judged points, each predicted by a fit without its source; with the project's own points only, as the next two. */
  left_out?: ErrorSummary[];
  /** The project's runs that no constant was fitted on. */
  kept_aside?: ValidateReport;
  /** Kernels and layers measured first hand. */
  own_measurements?: OwnReport;
}
