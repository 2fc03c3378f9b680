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

/** Fewest rows of a chip family that say more of its kernels than of themselves. */
const FEWEST_ROWS = 3;

/**
 * Judged points with their weights. n near-repeats (same source, chip, model and number format across releases)
 * weigh as much as √n, so that a long table does not outvote other sources; MoE counts more than dense. A chip family
 * of a row or two has none: its constants stay at the priors, and what they miss is no other family's.
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
  const rows = new Map<ChipFamily, number>();
  for (const { family } of data) rows.set(family, (rows.get(family) ?? 0) + 1);
  for (const datum of data) {
    const n = repeats.get(datum.repeat) ?? 1;
    // One micro-batch a step: such rows time launches and fixed costs, not training.
    const launches = datum.setup.training.globalBatch <= datum.plan.dp * datum.plan.microBatch ? 0.4 : 1;
    const informs = (rows.get(datum.family) ?? 0) < FEWEST_ROWS ? 0 : 1;
    datum.weight = ((datum.moe ? 2 : 0.6) / Math.sqrt(n)) * launches * informs;
  }
  return data;
}
