import type { CaseReport, SweepColumn, VaryReport } from '../../../study';
import { formatNumber } from '../../../units';
import { metricText } from '../../report/metric-text';
import { words } from '../../words';
import type { Axis, Look } from './axes';

/** What is drawn of a sweep against its inputs. */
export interface Measure {
  name: string;
  option: string;
  axis: string;
  /** Of the rows of the report; of a part of a sweep put together when they are read. */
  readonly values: Float64Array;
  readonly low: Float64Array | null;
  readonly high: Float64Array | null;
  tickformat: string;
  /** A value with its unit. */
  say: (value: number) => string;
  /** The same of a cluster as asked; null where a case does not have it. */
  ofCase: (entry: CaseReport) => number | null;
}

interface Known {
  columns: [SweepColumn, SweepColumn | null, SweepColumn | null];
  tickformat: string;
  ofCase: Measure['ofCase'];
}
const KNOWN: Record<'tokens' | 'days' | 'mfu' | 'cost', Known> = {
  tokens: {
    columns: ['tokens_per_second', 'low', 'high'],
    tickformat: '~s',
    ofCase: (entry) => entry.tokens_per_second,
  },
  days: { columns: ['days', 'days_low', 'days_high'], tickformat: '~s', ofCase: (entry) => entry.days },
  mfu: { columns: ['mfu', null, null], tickformat: '.0%', ofCase: (entry) => entry.mfu },
  cost: {
    columns: ['cost_usd', 'cost_low', 'cost_high'],
    tickformat: '~s',
    ofCase: (entry) => entry.cost_usd,
  },
};

export function measuresOf(report: VaryReport): Measure[] {
  const known = Object.entries(KNOWN).map(([name, { columns, tickformat, ofCase }]): Measure => {
    const { option, axis } = words.figures.metrics[name as keyof typeof KNOWN];
    const say = metricText[name as keyof typeof KNOWN];
    const [value, low, high] = columns;
    return {
      ...{ name, option, axis, tickformat, say, ofCase },
      get values() {
        return report.columns[value];
      },
      get low() {
        return low && report.columns[low];
      },
      get high() {
        return high && report.columns[high];
      },
    };
  });
  const derived = Object.keys(report.derived).map((name): Measure => {
    const plain = name.replaceAll('_', ' ');
    return {
      ...{ name: `derived ${name}`, option: plain, axis: plain },
      get values() {
        return report.derived[name];
      },
      ...{ low: null, high: null, tickformat: '~s', ofCase: () => null },
      say: (value) => `${plain} ${formatNumber(value)}`,
    };
  });
  return [...known, ...derived];
}

/** The measure wished for; else the speed, or what the scenario derives where an input on show leaves the speed alone. */
export function measureOf(report: VaryReport, look: Look, wish?: string): Measure {
  const all = measuresOf(report);
  const wished = all.find(({ name }) => name === wish);
  if (wished) return wished;
  const [speed] = all;
  const axes = look.second ? [look.across, look.second] : [look.across];
  const still = axes.filter((axis) => !moves(report, axis, speed.values));
  if (still.length === 0) return speed;
  const others = [...all.filter(({ name }) => name.startsWith('derived ')), ...all];
  return others.find(({ values }) => still.every((axis) => moves(report, axis, values))) ?? speed;
}

/** Rounding apart. */
const EQUAL = 1e-9;

/** Are there rows that differ in nothing but this input, and in the values? */
function moves(report: VaryReport, { column }: Axis, values: Float64Array): boolean {
  const others = Object.keys(report.inputs).filter((name) => name !== column);
  const seen = new Map<string, number>();
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    const key = [report.columns.cluster[row], ...others.map((name) => report.inputs[name][row])].join();
    const before = seen.get(key);
    if (before === undefined) seen.set(key, values[row]);
    else if (Math.abs(values[row] - before) > EQUAL * Math.abs(before)) return true;
  }
  return false;
}
