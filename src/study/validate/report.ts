import { interval80, throughputSpread } from '../../run';
import { estimateStep } from '../../step';
import type { Aggregate, PointReport, ValidateReport } from '../types';
import { isJudged, type MeasuredPoint } from './point';
import { pointSetup } from './predict';
import { hasSwitches } from './stack';
import { measuredTokensPerSecond } from './truth';

function skipped(base: PointReport, reason: string): PointReport {
  return { ...base, reason };
}

/** Predicted against measured for one point; `predicted` is null with a reason where it cannot be predicted. */
export function reportPoint(point: MeasuredPoint): PointReport {
  const base: PointReport = {
    id: point.id,
    group: point.group,
    source: `${point.source_title}; ${point.source_ref}`,
    chip: point.hardware_chip,
    model: point.model,
    chips: point.n_chips,
    precision: point.precision ?? 'unknown',
    moe: point.is_moe,
    judged: isJudged(point),
    switches_documented: hasSwitches(point),
    metric: 'tokens_per_second_per_chip',
    measured: point.truth?.value ?? Number.NaN,
    predicted: null,
    error: null,
    interval80: null,
    reason: null,
  };
  if (!point.truth) return skipped(base, 'no throughput published');
  const found = pointSetup(point);
  if (typeof found === 'string') return skipped(base, found);
  const measured = measuredTokensPerSecond(point, found.setup.model);
  if (measured === null) return skipped(base, `the convention of ${point.truth.metric} is not known`);
  const step = estimateStep(found.setup, found.plan);
  const predicted = step.tokensPerSecond / found.setup.cluster.chips;
  if (!(predicted > 0) || !Number.isFinite(predicted))
    return skipped(base, 'the plan gives no finite step time');
  return {
    ...base,
    measured,
    predicted,
    error: predicted / measured - 1,
    interval80: interval80(predicted, throughputSpread(found.setup, found.plan)),
  };
}

function median(sorted: number[]): number {
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Mean, median and worst absolute error and interval coverage of the predicted points among these. */
export function aggregate(name: string, points: PointReport[]): Aggregate {
  const predicted = points.filter((point) => point.error !== null);
  if (predicted.length === 0) return { name, count: 0, mape: 0, median: 0, worst: 0, coverage80: 0 };
  const errors = predicted.map((point) => Math.abs(point.error ?? 0)).sort((a, b) => a - b);
  const inside = predicted.filter(
    ({ interval80: i, measured }) => i !== null && measured >= i[0] && measured <= i[1],
  );
  return {
    name,
    count: predicted.length,
    mape: errors.reduce((a, b) => a + b, 0) / errors.length,
    median: median(errors),
    worst: errors[errors.length - 1],
    coverage80: inside.length / predicted.length,
  };
}

/** Aggregates over the judged points, and again over the subsets that the question needs apart. */
export function summarise(points: PointReport[]): ValidateReport {
  const judged = points.filter((point) => point.judged);
  const all = aggregate('judged', judged);
  const subsets: [string, (point: PointReport) => boolean][] = [
    ['MoE', (p) => p.moe],
    ['dense', (p) => !p.moe],
    ['Ascend', (p) => p.chip.startsWith('Ascend')],
    ['switches documented', (p) => p.switches_documented],
    ['switches not documented', (p) => !p.switches_documented],
    ['MoE, switches documented', (p) => p.moe && p.switches_documented],
    ['MoE, switches not documented', (p) => p.moe && !p.switches_documented],
  ];
  const groups = [...new Set(judged.map((p) => p.group))].map(
    (group): [string, (p: PointReport) => boolean] => [`source: ${group}`, (p) => p.group === group],
  );
  const { mape, median: middle, worst, coverage80 } = all;
  return {
    points,
    judged: judged.length,
    skipped: points.filter((point) => point.predicted === null).length,
    mape,
    median: middle,
    worst,
    coverage80,
    subsets: [...subsets, ...groups].map(([name, test]) => aggregate(name, judged.filter(test))),
  };
}
