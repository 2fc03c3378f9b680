import type { CaseReport } from '../../../study';
import { formatQuantity, splitRange } from '../../../units';
import { isObject, type Json, type JsonObject } from '../../state/json';

/** Inputs that may be uncertain, in the order offered. */
export const UNSURE = [
  'scale_out_bandwidth',
  'scale_up_bandwidth',
  'oversubscription',
  'bf16',
  'memory_bandwidth',
  'memory',
  'chips',
  'tokens',
  'global_batch',
  'failures_per_1000_node_days',
  'restart',
  'checkpoint_blocking',
  'other_loss',
  'usd_per_chip_hour',
  'power_per_chip',
  'power_draw',
  'pue',
] as const;
export type Unsure = (typeof UNSURE)[number];

const AROUND = 0.2;

/** A range to begin with: around what a cluster has where the comparison tells it. */
export function firstRange(key: Unsure, entry: CaseReport | undefined): string {
  const known = entry && around(key, entry);
  return known ?? STARTS[key] ?? '1 ± 20 %';
}

function around(key: Unsure, { inputs, chips }: CaseReport): string | null {
  const ends = (value: number, show: (value: number) => string) =>
    `${show(value * (1 - AROUND))} to ${show(value * (1 + AROUND))}`;
  const whole = (value: number) => String(Number(value.toPrecision(3)));
  switch (key) {
    case 'scale_out_bandwidth':
      return ends(inputs.scale_out_bytes_per_s, (value) => formatQuantity(value, 'bandwidth'));
    case 'scale_up_bandwidth':
      return ends(inputs.scale_up_bytes_per_s, (value) => formatQuantity(value, 'bandwidth'));
    case 'memory_bandwidth':
      return ends(inputs.memory_bandwidth_bytes_per_s, (value) => formatQuantity(value, 'bandwidth'));
    case 'bf16':
      return ends(inputs.bf16_flop_per_s, (value) => formatQuantity(value, 'flops'));
    case 'tokens':
      return ends(inputs.tokens / 1e12, (value) => `${whole(value)}T`);
    case 'global_batch':
      return ends(inputs.global_batch_sequences, whole);
    case 'chips':
      return ends(chips, whole);
    default:
      return null;
  }
}

const STARTS: Partial<Record<Unsure, string>> = {
  oversubscription: '1 to 2',
  memory: '64 to 80 GB',
  failures_per_1000_node_days: '2 to 20',
  restart: '5 to 30 min',
  checkpoint_blocking: '5 to 60 s',
  other_loss: '0.02 to 0.1',
  usd_per_chip_hour: '2 to 4 USD/hour',
  power_per_chip: '500 to 800 W',
  power_draw: '0.6 to 0.9',
  pue: '1.1 to 1.4',
};

/** The same ends with another shape; a lognormal range of two ends is a text again. */
export function asKind(range: Json, kind: string): Json {
  const { low, high, mode } = isObject(range) ? range : endsOf(String(range));
  if (kind === 'lognormal') return `${low} to ${high}`;
  return { low, high, ...(kind === 'triangular' ? { mode: mode ?? low } : {}), distribution: kind };
}

/** `300 to 500 Gbit/s` and `5 GB/s ± 10 %` as two ends with their unit; what is neither is both ends. */
export function endsOf(text: string): JsonObject {
  const range = splitRange(text);
  if (range?.kind === 'between') return { low: range.low, high: range.high };
  const around = range && /^([\d.]+)\s*(.*)$/.exec(range.middle);
  const percent = range && /^([\d.]+)\s*%$/.exec(range.width);
  if (!around || !percent) return { low: text, high: text };
  const at = (sign: number) => {
    const end = Number(around[1]) * (1 + (sign * Number(percent[1])) / 100);
    return `${Number(end.toPrecision(6))} ${around[2]}`.trim();
  };
  return { low: at(-1), high: at(1) };
}
