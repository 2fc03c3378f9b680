import { formatCount, formatNumber, formatPercent } from '../../units';
import { words } from '../../words';
import type { CurveRow, ParityReport, ParityRow } from '../parity';
import { placeText } from './numbers';

type Solved = ParityRow & { chips: number; chips_of: number; ratio: number };

const isSolved = (row: ParityRow): row is Solved =>
  row.chips !== null && row.chips_of !== null && row.ratio !== null;

const orNone = (bound: number | null): string =>
  bound === null ? words().reading.noBound : formatCount(Number(bound.toPrecision(3)));

/** One paragraph about matches: how many chips, how sure, against the conventions, at what cost, and how it moves. */
export function parityReading(report: Pick<ParityReport, 'parity' | 'curve' | 'curve_axes'>): string {
  return report.parity.flatMap((row) => [...rowText(row), ...curveText(report, row)]).join(' ');
}

function rowText(row: ParityRow): string[] {
  const say = words().reading;
  if (!isSolved(row)) return [say.noParity(row.equal_to, row.of, (row.reason ?? '').replace(/\.$/, ''))];
  const interval = row.interval80;
  const peak = row.peak_ratio ?? row.tpp_ratio;
  return [
    say.parity(
      formatCount(row.chips),
      row.equal_to,
      formatCount(row.chips_of),
      row.of,
      say.parityBy[row.by],
      interval ? say.between(orNone(interval[0]), orNone(interval[1])) : '',
    ),
    ...(peak === null ? [] : [say.convention(formatNumber(row.ratio), formatNumber(peak), row.ratio > peak)]),
    ...(row.cost_ratio === null
      ? []
      : [
          say.costs(
            formatPercent(Math.abs(row.cost_ratio - 1)),
            row.cost_ratio > 1,
            row.cost_ratio_interval80
              ? say.between(
                  formatNumber(row.cost_ratio_interval80[0]),
                  formatNumber(row.cost_ratio_interval80[1]),
                )
              : '',
          ),
        ]),
  ];
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
    words().reading.list(
      curve_axes.map((axis, at) => placeText({ ...axis, column: axis.key, cluster: null }, values[at])),
    );
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
