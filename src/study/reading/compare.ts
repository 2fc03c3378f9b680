import { RESOURCES } from '../../step';
import { formatEnergy, formatNumber, formatPercent } from '../../units';
import { words } from '../../words';
import type { CaseReport, CompareReport } from '../types';
import { costText, daysText, intervalText, rateText, sentence } from './numbers';

/** A case with a plan: its numbers are there. */
interface Fitting {
  row: CaseReport;
  rate: number;
  days: number;
  cost: number;
  energy: number;
}

function fitting(row: CaseReport): Fitting[] {
  const { tokens_per_second: rate, days, cost_usd: cost, energy_j: energy } = row;
  return rate === null || days === null || cost === null || energy === null
    ? []
    : [{ row, rate, days, cost, energy }];
}

/** One paragraph about a comparison: who is fastest, how sure, chip for chip, what holds whom back, money and energy. */
export function compareReading({ cases, model }: Pick<CompareReport, 'cases' | 'model'>): string {
  const say = words().reading;
  const fits = cases.flatMap(fitting).sort((a, b) => a.days - b.days || b.rate - a.rate);
  const misfits = cases
    .filter(({ feasible }) => !feasible)
    .map(({ cluster, reason }) => say.notFit(cluster, (reason ?? '').replace(/\.$/, '')));
  if (fits.length === 0) return [say.noneFits, ...misfits].join(' ');
  if (fits.length === 1) return [alone(fits[0]), ...limits(fits), ...floors(fits), ...misfits].join(' ');
  const fastest = fits.reduce((best, fit) => (fit.rate > best.rate ? fit : best));
  const models = new Set(cases.map(({ inputs }) => inputs.model));
  return [
    say.fastest(
      cases.length,
      fastest.row.cluster,
      models.size > 1 ? fastest.row.inputs.model : model,
      rateText(fastest.rate),
    ),
    `${say.list(fits.map(timeText))}.`,
    ...overlap(fits),
    ...(models.size > 1 ? [] : chipForChip(fits)),
    ...limits(fits),
    ...extremes(fits),
    ...floors(fits),
    ...misfits,
  ].join(' ');
}

/** Whose failures leave so little that its goodput is the least that a run is let have. */
function floors(fits: readonly Fitting[]): string[] {
  const say = words().reading;
  const held = fits.filter(({ row }) => row.whole_run?.goodput_floor != null);
  const floor = held[0]?.row.whole_run?.goodput_floor;
  return floor == null
    ? []
    : [say.goodputFloor(say.list(held.map(({ row }) => row.cluster)), formatPercent(floor))];
}

function alone({ row, rate, days, cost }: Fitting): string {
  const interval = row.interval80 ? intervalText(row.interval80.days) : '';
  return words().reading.one(
    row.cluster,
    row.inputs.model,
    rateText(rate),
    daysText(days),
    interval,
    costText(cost),
  );
}

function timeText({ row, days, cost }: Fitting): string {
  const interval = row.interval80 ? intervalText(row.interval80.days) : '';
  return words().reading.time(row.cluster, daysText(days), interval, costText(cost));
}

/** Are the two shortest runs told apart by their intervals? */
function overlap([first, second]: readonly Fitting[]): string[] {
  const [a, b] = [first.row.interval80, second.row.interval80];
  const same = first.row.system === second.row.system && first.rate === second.rate;
  return a && b && !same && a.days[1] > b.days[0]
    ? [words().reading.notSure(first.row.cluster, second.row.cluster)]
    : [];
}

/** How many chips of the slowest kind do the work of one of the fastest kind, against what their peaks say. */
function chipForChip(fits: readonly Fitting[]): string[] {
  const perChip = ({ row, rate }: Fitting) => rate / row.chips;
  const sorted = [...fits].sort((a, b) => perChip(b) - perChip(a));
  const [best] = sorted;
  const slowest = sorted.reverse().find(({ row }) => row.inputs.chip !== best.row.inputs.chip);
  if (!slowest) return [];
  const peak = best.row.inputs.bf16_flop_per_s / slowest.row.inputs.bf16_flop_per_s;
  return [
    words().reading.perChip(
      best.row.inputs.chip,
      formatNumber(perChip(best) / perChip(slowest)),
      slowest.row.inputs.chip,
      formatNumber(peak),
    ),
  ];
}

function limits(fits: readonly Fitting[]): string[] {
  const say = words().reading;
  const groups = RESOURCES.flatMap((resource) => {
    const held = fits.filter(({ row }) => row.bottleneck === resource).map(({ row }) => row.cluster);
    return held.length === 0 ? [] : [say.limits(words().cli.resource[resource], say.list(held), true)];
  });
  return groups.length === 0 ? [] : [`${sentence(groups.join('; '))}.`];
}

function extremes(fits: readonly Fitting[]): string[] {
  const cheap = fits.reduce((best, fit) => (fit.cost < best.cost ? fit : best));
  const frugal = fits.reduce((best, fit) => (fit.energy < best.energy ? fit : best));
  return [
    words().reading.extremes(
      cheap.row.cluster,
      costText(cheap.cost),
      frugal.row.cluster,
      formatEnergy(frugal.energy),
    ),
  ];
}
