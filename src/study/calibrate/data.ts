import type { ChipFamily } from '../../hardware';
import { rawSpread } from '../../run';
import type { Plan, Setup } from '../../step';
import {
  isJudged,
  type MeasuredPoint,
  measuredTokensPerSecond,
  pointSetup,
  softwareEvidence,
} from '../validate';

/** A judged point as the fit sees it. */
export interface Datum {
  id: string;
  /** The source: what leave-one-group-out leaves out. */
  group: string;
  /** Source, chip and model: runs that resemble one another. */
  runs: string;
  moe: boolean;
  documented: boolean;
  /** Is its stack seen in two or more sources? */
  stackMeasured: boolean;
  family: ChipFamily;
  setup: Setup;
  plan: Plan;
  /** ln of measured tokens/s per chip. */
  measured: number;
  /** The prediction's own spread before calibration, ln units. */
  spread: number;
  weight: number;
}

/**
 * Judged points with their weights. Near-repeats (same source, chip, model and number format across releases) share
 * the weight of a few, so that a long table does not outvote other sources; MoE counts more than dense.
 */
export function calibrationData(points: readonly MeasuredPoint[]): Datum[] {
  const data: (Datum & { repeat: string })[] = [];
  for (const point of points) {
    if (!isJudged(point)) continue;
    const found = pointSetup(point);
    if (typeof found === 'string') continue;
    const measured = measuredTokensPerSecond(point, found.setup.model);
    if (measured === null) continue;
    const { setup, plan } = found;
    const software = softwareEvidence(point, setup, plan);
    data.push({
      id: point.id,
      group: point.group,
      moe: point.is_moe,
      runs: [point.group, point.hardware_chip, point.model].join('|'),
      documented: software.documented,
      stackMeasured: setup.stack.evidence === 'measured',
      spread: rawSpread(setup, plan, software),
      family: setup.cluster.system.chip.family,
      setup,
      plan,
      measured: Math.log(measured),
      weight: 1,
      repeat: [point.group, point.hardware_chip, point.model, setup.training.precision].join('|'),
    });
  }
  const repeats = new Map<string, number>();
  for (const { repeat } of data) repeats.set(repeat, (repeats.get(repeat) ?? 0) + 1);
  for (const datum of data) {
    const n = repeats.get(datum.repeat) ?? 1;
    // One micro-batch a step: such rows time launches and fixed costs, not training.
    const launches = datum.setup.training.globalBatch <= datum.plan.dp * datum.plan.microBatch ? 0.4 : 1;
    datum.weight = ((1 + n) / 2 / n) * (datum.moe ? 1.5 : 0.7) * launches;
  }
  return data;
}
