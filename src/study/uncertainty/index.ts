import type { OpenInputs } from '../../catalog';
import { joined } from '../joined';
import { uncertaintyReading } from '../reading';
import { modelOf } from './model';
import { createPlanning, type Planning } from './planner';
import { partBounds, runRows } from './rows';
import { indexReports, largestError, outputReports } from './summary';
import { tornadoOf } from './tornado';
import type { RawSamples, Shape, TornadoRow, UncertaintyReport, UncertaintyStudy } from './types';

export { sampleColumns } from './columns';
export * from './types';

/** Rows of the sequence for so many samples: each is drawn twice, at A and at B. */
const rowsOf = ({ samples }: UncertaintyStudy): number => Math.ceil(samples / 2);

/** Parts: the first rows, a tornado for each cluster, the other rows. */
interface Cut {
  bounds: number[];
  clusters: number;
}

const cutOf = (open: OpenInputs, study: UncertaintyStudy): Cut => ({
  bounds: partBounds(rowsOf(study)),
  clusters: open.base.cases.length,
});

export function uncertaintyParts(open: OpenInputs, study: UncertaintyStudy): number {
  const { bounds, clusters } = cutOf(open, study);
  return bounds.length - 1 + clusters;
}

/** Rows at which it is asked whether they are enough. */
const CHECKED_ROWS = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384];

export function uncertaintyChecks(open: OpenInputs, study: UncertaintyStudy): number[] {
  if (study.tolerance === 0) return [];
  const { bounds, clusters } = cutOf(open, study);
  return CHECKED_ROWS.flatMap((rows) => {
    const part = bounds.findIndex((bound) => bound >= rows) - 1;
    return part > 0 ? [part + clusters] : [];
  });
}

/** Part `index` of the question. */
export function uncertaintyPart(open: OpenInputs, study: UncertaintyStudy, index: number): UncertaintyReport {
  const { bounds, clusters } = cutOf(open, study);
  const model = modelOf(open, study);
  if (index > 0 && index <= clusters) {
    const planning = createPlanning();
    const tornado = tornadoOf(model, index - 1, planning);
    return report(open, study, { rows: new Float64Array(0), values: new Float64Array(0) }, tornado, planning);
  }
  const part = index === 0 ? 0 : index - clusters;
  const { raw, planning } = runRows(model, bounds[part], bounds[part + 1]);
  return report(open, study, raw, [], planning);
}

/** Puts parts together; of the rows any number may be there. */
export function uncertaintyReport(
  open: OpenInputs,
  study: UncertaintyStudy,
  parts: readonly UncertaintyReport[],
): UncertaintyReport {
  const planning = createPlanning();
  for (const { planning: own } of parts) {
    planning.searches += own.searches;
    planning.screened += own.screened;
    planning.checked += own.checked;
    planning.shortfall += own.mean_shortfall * own.checked;
    planning.worst = Math.max(planning.worst, own.worst_shortfall);
  }
  const raw: RawSamples = {
    rows: joined(parts.map((part) => part.raw.rows)),
    values: joined(parts.map((part) => part.raw.values)),
  };
  const tornado = parts.flatMap((part) => part.tornado);
  return report(open, study, raw, tornado, planning, true);
}

/** Are the ends of the 80 % intervals as sure as asked? */
export function isSureEnough(
  open: OpenInputs,
  study: UncertaintyStudy,
  parts: readonly UncertaintyReport[],
): boolean {
  const { error, samples } = uncertaintyReport(open, study, parts);
  return samples > 0 && error <= study.tolerance;
}

function report(
  open: OpenInputs,
  study: UncertaintyStudy,
  raw: RawSamples,
  tornado: TornadoRow[],
  planning: Planning,
  whole = false,
): UncertaintyReport {
  const model = modelOf(open, study);
  const shape: Shape = {
    clusters: open.base.cases.map(({ cluster }) => cluster),
    factors: model.factors.map(({ name, kind }) => ({ name, kind })),
  };
  const outputs = whole && raw.rows.length > 0 ? outputReports(shape, raw) : [];
  const error = largestError(outputs);
  const made: UncertaintyReport = {
    question: open.base.question,
    model: open.base.model,
    ...shape,
    samples: 2 * raw.rows.length,
    converged: outputs.length > 0 && error <= study.tolerance,
    tolerance: study.tolerance,
    error,
    outputs,
    indices: whole && raw.rows.length > 1 ? indexReports(shape, raw, study.seed) : [],
    tornado,
    planning: {
      searches: planning.searches,
      screened: planning.screened,
      checked: planning.checked,
      mean_shortfall: planning.checked > 0 ? planning.shortfall / planning.checked : 0,
      worst_shortfall: planning.worst,
    },
    reading: '',
    raw,
  };
  return { ...made, reading: uncertaintyReading(made) };
}
