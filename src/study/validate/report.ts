import measured from 'virtual:measured';
import { interval80, type SoftwareEvidence, throughputSpread } from '../../run';
import { estimateStep, type Plan, type Setup } from '../../step';
import { summariseErrors } from '../statistics';
import type { Aggregate, ErrorSummary, PointReport, ValidateReport } from '../types';
import { compareMemory } from './memory';
import { isJudged, type MeasuredPoint } from './point';
import { pointSetup } from './predict';
import { constantMfuErrors } from './rule-of-thumb';
import { sourceUrl } from './source-url';
import { hasSwitches } from './stack';
import { measuredTokensPerSecond } from './truth';
import { unknownSwitchSpread } from './unknown';

function skipped(base: PointReport, reason: string): PointReport {
  return { ...base, reason };
}

const OWN_POINTS = new Set((measured.points as MeasuredPoint[]).map(({ id }) => id));

/** What is known about the software of a point beyond the stack that it is taken for. */
export function softwareEvidence(point: MeasuredPoint, setup: Setup, plan: Plan): SoftwareEvidence {
  return {
    documented: hasSwitches(point),
    unknownSwitches: unknownSwitchSpread(point, setup, plan),
    seen: OWN_POINTS.has(point.id),
  };
}

/** Predicted against measured for one point; `predicted` is null with a reason where it cannot be predicted. */
export function reportPoint(point: MeasuredPoint): PointReport {
  const base = unpredicted(point);
  try {
    return predictPoint(base, point);
  } catch (error) {
    // A caller's point may hold values that no table of ours foresees; it is named, and the others are still compared.
    return skipped(base, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function unpredicted(point: MeasuredPoint): PointReport {
  return {
    id: point.id,
    group: point.group,
    source: `${point.source_title}; ${point.source_ref}`,
    source_url: sourceUrl(point.source_ref),
    date: point.date,
    framework: point.framework,
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
    measured_mfu: null,
    memory: null,
    reason: null,
  };
}

function predictPoint(base: PointReport, point: MeasuredPoint): PointReport {
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
    measured_mfu: (measured * step.modelFlopsPerToken) / found.setup.cluster.system.chip.peakFlops.bf16,
    memory: compareMemory(point, step),
    interval80: interval80(
      predicted,
      throughputSpread(found.setup, found.plan, softwareEvidence(point, found.setup, found.plan)),
    ),
  };
}

/** Errors and interval coverage of the predicted points among these. */
export function aggregate(name: string, points: readonly PointReport[]): Aggregate {
  const predicted = points.filter((point) => point.error !== null);
  const inside = predicted.filter(
    ({ interval80: i, measured }) => i !== null && measured >= i[0] && measured <= i[1],
  );
  return {
    ...summariseErrors(
      name,
      predicted.map(({ error }) => error ?? 0),
    ),
    coverage80: inside.length / Math.max(1, predicted.length),
  };
}

/** Peak memory by the definition that the source uses. */
function memorySummaries(points: readonly PointReport[]): ErrorSummary[] {
  return (['allocated', 'reserved', 'as_logged'] as const)
    .map((definition) =>
      summariseErrors(
        definition,
        points.flatMap(({ memory }) => (memory?.definition === definition ? [memory.error] : [])),
      ),
    )
    .filter(({ count }) => count > 0);
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
  return {
    points,
    judged: judged.length,
    skipped: points.filter((point) => point.predicted === null).length,
    mape: all.mape,
    median: all.median,
    p90: all.p90,
    worst: all.worst,
    coverage80: all.coverage80,
    memory: memorySummaries(judged),
    rule_of_thumb: [
      summariseErrors('all', constantMfuErrors(judged)),
      summariseErrors('MoE', constantMfuErrors(judged.filter(({ moe }) => moe))),
    ],
    subsets: [...subsets, ...groups].map(([name, test]) => aggregate(name, judged.filter(test))),
  };
}
