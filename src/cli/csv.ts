import { RESOURCES } from '../step';
import type { VaryReport } from '../study';

/** A text as one CSV field (RFC 4180). */
const field = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A number with all its digits; nothing where there is none. */
const number = (value: number): string => (Number.isFinite(value) ? String(value) : '');

const NUMBERS = ['tokens_per_second', 'low', 'high', 'mfu', 'days', 'step_time_s'] as const;
const HEADS = {
  low: 'tokens_per_second_low80',
  high: 'tokens_per_second_high80',
} as Readonly<Record<string, string>>;

/** The rows of a sweep as CSV, in SI; the first column is the varied input with its unit, if it has one. */
export function sweepCsv({ key, unit, clusters, columns }: VaryReport): string {
  const varied = unit === '' || unit === '1' ? key : `${key} (${unit})`;
  const head = [varied, 'cluster', ...NUMBERS.map((name) => HEADS[name] ?? name), 'bottleneck'];
  const rows = Array.from(columns.value, (value, at) => [
    number(value),
    field(clusters[columns.cluster[at]] ?? ''),
    ...NUMBERS.map((name) => number(columns[name][at])),
    RESOURCES[columns.bottleneck[at]] ?? '',
  ]);
  return `${[head.map(field), ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}
