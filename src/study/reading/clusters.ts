import type { Quantity } from '../../catalog';
import type { Interval80 } from '../../run';
import {
  formatDays,
  formatEnergy,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatSeconds,
  formatShortCount,
  formatTokensPerSecond,
  formatUsd,
  roundedTo,
  SECONDS_PER_DAY,
} from '../../units';
import { words } from '../../words';
import type { CaseReport, CompareReport } from '../case-types';
import { quantityOf, type Ranged, sameRun } from '../compare';
import { intervalText, nameList, nameText, sentence } from './numbers';

const SECONDS_PER_HOUR = 3600;
const inUnit = ([low, high]: Interval80, unit: number): Interval80 => [low / unit, high / unit];

/** A quantity of a cluster: "48.9 days", and its interval: "80 %: 31.9 to 142". */
function rangedText(quantity: Quantity, ranged: Ranged): [string, string] {
  const say = words().reading;
  // In the unit that is shown: rounded joules would be odd watt-hours.
  const unit = quantity === 'energy' ? SECONDS_PER_HOUR : 1;
  const [value, low, high] = roundedTo(ranged.value / unit, ...inUnit(ranged.interval80, unit)).map(
    (number) => number * unit,
  );
  const between = (format: (end: number) => string) => say.between(format(low), format(high));
  switch (quantity) {
    case 'time':
      return [formatDays(value), between(formatNumber)];
    case 'throughput':
      return [formatTokensPerSecond(value), between(formatShortCount)];
    case 'per_chip':
      return [say.eachChip(formatTokensPerSecond(value)), between(formatNumber)];
    case 'mfu':
      return [formatPercent(value), between(formatPercent)];
    case 'cost':
      return [formatUsd(value), between(formatUsd)];
    case 'energy':
      return [formatEnergy(value), between(formatEnergy)];
  }
}

/** A quantity of a cluster in the digits that its interval supports. */
export function quantityText(row: CaseReport, quantity: Quantity): string {
  const ranged = quantityOf(row, quantity);
  return ranged ? rangedText(quantity, ranged)[0] : '';
}

/** What the quantity comes to on each cluster, and how sure. */
export function answerText(fits: readonly CaseReport[], quantity: Quantity): string {
  const say = words().reading;
  const [{ inputs }] = fits;
  const whole = quantity === 'time' || quantity === 'cost' || quantity === 'energy';
  const run = !sameRun(fits)
    ? say.any[whole ? 'run' : 'model']
    : whole
      ? say.run(inputs.model, formatQuantity(inputs.tokens, 'tokens'))
      : inputs.model;
  const each = fits.flatMap((row) => {
    const ranged = quantityOf(row, quantity);
    if (!ranged) return [];
    const [value, interval] = rangedText(quantity, ranged);
    return [say.onCluster(value, interval, nameText(row.cluster))];
  });
  return sentence(say.answer[quantity](run, say.list(each)));
}

type Read = Pick<CompareReport, 'cases' | 'asked' | 'ratios'>;

/** Each cluster over the reference, then over the first of the same chip, and where neither is surely more. */
export function ratioTexts({ cases, asked, ratios }: Read, quantity: Quantity): string[] {
  const say = words().reading;
  const own = ratios.filter((ratio) => ratio.quantity === quantity);
  const overs = [asked.reference, ...new Set(own.map(({ over }) => over))];
  const texts = [...new Set(overs)].flatMap((over) => {
    const rows = own.filter((ratio) => ratio.over === over);
    if (rows.length === 0) return [];
    if (quantity === 'per_chip') return forOneChip(cases, over, rows);
    const each = rows.map((row) => say.timesOn(...ratioText(row), nameText(row.cluster)));
    return [say.against(nameText(over), say.noun[quantity], say.list(each))];
  });
  const open = own
    .filter(({ over, interval80: [low, high] }) => over === asked.reference && low < 1 && high > 1)
    .map(({ cluster }) => cluster);
  return open.length > 0 ? [...texts, say.open(nameList(open))] : texts;
}

/** "4.9", "80 %: 4.4 to 5.5". */
function ratioText({ ratio, interval80 }: CompareReport['ratios'][number]): [string, string] {
  const [value, low, high] = roundedTo(ratio, ...interval80);
  return [formatNumber(value), intervalText([low, high])];
}

/** "One H100 does what 4.9 Ascend 910B do": chips by their names, by their clusters' where two clusters have the same chip. */
function forOneChip(cases: CompareReport['cases'], over: string, rows: CompareReport['ratios']): string[] {
  const say = words().reading;
  const chips = cases.map(({ inputs }) => inputs.chip);
  const told = new Set(chips).size === chips.length;
  const inputsOf = (cluster: string) => cases.find((row) => row.cluster === cluster)?.inputs;
  const nameOf = (cluster: string) =>
    told ? nameText(inputsOf(cluster)?.chip ?? '') : say.chipOf(nameText(cluster));
  const peak = (cluster: string) => inputsOf(cluster)?.bf16_flop_per_s ?? Number.NaN;
  const each = rows.map((row) => {
    const [ratio, interval] = ratioText(row);
    return say.chipsOf(ratio, nameOf(row.cluster), interval, formatNumber(peak(over) / peak(row.cluster)));
  });
  return [say.forOneChip(nameOf(over), say.list(each))];
}

/** Which clusters are done in time, and how sure that is. */
export function deadlineText(fits: readonly CaseReport[], deadline: number | null): string[] {
  if (deadline === null) return [];
  const say = words().reading;
  const days = deadline / SECONDS_PER_DAY;
  const grade = ({ days: central, interval80 }: CaseReport): 'sure' | 'likely' | 'unlikely' | 'late' => {
    const [low, high]: Interval80 = interval80?.days ?? [Number.NaN, Number.NaN];
    if (high <= days) return 'sure';
    if ((central ?? Number.NaN) <= days) return 'likely';
    return low <= days ? 'unlikely' : 'late';
  };
  const parts = (['sure', 'likely', 'unlikely', 'late'] as const).flatMap((name) => {
    const own = fits.filter((row) => grade(row) === name).map(({ cluster }) => cluster);
    return own.length > 0 ? [say.inTime[name](nameList(own))] : [];
  });
  return [say.within(formatSeconds(deadline), parts)];
}
