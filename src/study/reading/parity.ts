import {
  formatCount,
  formatNumber,
  formatPercent,
  formatSeconds,
  formatShortCount,
  formatUsd,
} from '../../units';
import { paragraphs, words } from '../../words';
import type { CurveRow, ParityReport, ParityRow } from '../parity';
import { nameText, placeText } from './numbers';

type Solved = ParityRow & { chips: number; chips_of: number; ratio: number };

const isSolved = (row: ParityRow): row is Solved =>
  row.chips !== null && row.chips_of !== null && row.ratio !== null;

const orNone = (bound: number | null): string =>
  bound === null ? words().reading.noBound : formatShortCount(bound);

/** Matches in two paragraphs: how many chips, how sure and against the conventions; then the cost, and how it moves. */
export function parityReading(
  report: Pick<ParityReport, 'parity' | 'curve' | 'curve_axes' | 'deadline_s'>,
): string {
  const say = words().reading;
  const [first] = report.parity;
  const nameOf = naming(report.parity);
  const own =
    report.deadline_s !== null && first?.chips_of != null
      ? [
          say.parityDeadline(
            formatSeconds(report.deadline_s),
            nameOf(first.of, first.chip_of),
            formatCount(first.chips_of),
            endsText(first.chips_of_interval80),
          ),
        ]
      : [];
  return paragraphs(
    [...own, ...report.parity.flatMap((row, at) => rowText(row, report.parity[at - 1], nameOf))],
    report.parity.flatMap((row) => [...costText(row, nameOf), ...curveText(report, row)]),
  );
}

type NameOf = (cluster: string, chip: string) => string;

/** Clusters by their own names; by their chips' where a count in a name would be taken for the answer. */
function naming(rows: readonly ParityRow[]): NameOf {
  const clusters = rows.flatMap(({ of, equal_to }) => [of, equal_to]);
  const chips = new Set(rows.flatMap(({ chip_of, chip }) => [chip_of, chip]));
  const byChip = clusters.some((name) => /^\d/.test(name)) && chips.size === rows.length + 1;
  return (cluster, chip) => nameText(byChip ? chip : cluster);
}

const endsText = (interval: readonly [number | null, number | null] | null): string =>
  interval ? words().reading.between(orNone(interval[0]), orNone(interval[1])) : '';

/** What equals what; shorter where the row before has equalled the same. */
function rowText(row: ParityRow, before: ParityRow | undefined, nameOf: NameOf): string[] {
  const say = words().reading;
  const [name, of] = [nameOf(row.equal_to, row.chip), nameOf(row.of, row.chip_of)];
  if (!isSolved(row)) return [say.noParity(name, of, (row.reason ?? '').replace(/\.$/, ''))];
  const peak = row.peak_ratio ?? row.tpp_ratio;
  const chips = formatCount(row.chips);
  const interval = endsText(row.interval80);
  const alike = before !== undefined && isSolved(before) && before.chips_of === row.chips_of;
  const floor = row.memory_floor ? [say.memoryFloor(name)] : [];
  if (alike && !before.memory_floor && peak !== null) {
    return [say.parityAlso(chips, name, interval) + against(say.conventionAlso, row.ratio, peak), ...floor];
  }
  return [
    say.parity(chips, name, formatCount(row.chips_of), of, say.parityBy[row.by], interval),
    ...(peak === null ? [] : [against(say.convention, row.ratio, peak)]),
    ...floor,
  ];
}

/** Against what the peaks say: more, fewer, or to the digits that are shown the same. */
function against(
  convention: ReturnType<typeof words>['reading']['convention'],
  ratio: number,
  peak: number,
): string {
  const [ours, theirs] = [formatNumber(ratio), formatNumber(peak)];
  const order = ours === theirs ? 'same' : ratio > peak ? 'more' : 'fewer';
  return convention[order](ours, theirs);
}

function costText(row: ParityRow, nameOf: NameOf): string[] {
  const { matched, match, cost_ratio: ratio, cost_ratio_interval80: interval } = row;
  const say = words().reading;
  if (!isSolved(row) || ratio === null || matched.cost_usd === null || match.cost_usd === null) return [];
  const [cluster, of] = [nameOf(row.equal_to, row.chip), nameOf(row.of, row.chip_of)];
  const [there, here] = [formatUsd(match.cost_usd), formatUsd(matched.cost_usd)];
  if (!interval || there === here) return [say.sameCost(cluster, of, there)];
  const percent = formatPercent(Math.abs(ratio - 1));
  const ends = say.between(formatNumber(interval[0]), formatNumber(interval[1]));
  return [say.costs({ cluster, there, of, here, percent, more: ratio > 1, interval: ends })];
}

/** Where along the curve the ratio is smallest and largest. */
function curveText(
  { curve, curve_axes }: Pick<ParityReport, 'curve' | 'curve_axes'>,
  { equal_to }: ParityRow,
) {
  const rows = curve.filter((row): row is CurveRow & Solved => row.equal_to === equal_to && isSolved(row));
  if (rows.length < 2) return [];
  const least = rows.reduce((best, row) => (row.ratio < best.ratio ? row : best));
  const most = rows.reduce((best, row) => (row.ratio > best.ratio ? row : best));
  const place = ({ values }: CurveRow) =>
    words().reading.list(curve_axes.map((axis, at) => placeText({ ...axis, cluster: null }, values[at])));
  return [
    words().reading.parityCurve(
      equal_to,
      formatNumber(least.ratio),
      place(least),
      formatNumber(most.ratio),
      place(most),
    ),
  ];
}
