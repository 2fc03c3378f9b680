import type { CurveRow, ParityReport, ParityRow } from '../../study';
import { formatCount, formatNumber } from '../../units';
import { words } from '../../words';
import { MISSING, orMissing, short, withInterval } from './numbers';
import { planText } from './plan';
import { blocks, table, titled, wrap } from './table';

/** The match of clusters for a reader: chips and their ratio, the conventions, the plans, the curve. */
export function parityText(report: ParityReport): string {
  const { compare, parity } = words().cli;
  return blocks(
    `${wrap(report.question)}\n${compare.model(report.model)}`,
    matchTable(report.parity),
    wrap(report.reading),
    report.parity.map((row) => wrap(sentence(row), '  ')).join('\n'),
    titled(parity.conventions, conventionColumns(), report.parity.map(conventionCells)),
    planTable(report.parity),
    curveTable(report),
    wrap(parity.legend),
  );
}

/** Ends of an interval, of which one may be out of reach. */
function span(
  ends: readonly [number | null, number | null] | null,
  format: (value: number) => string,
): string {
  if (!ends) return '';
  const [low, high] = ends;
  return words().cli.parity.span(orMissing(low, format), high === null ? '…' : format(high));
}

function matchTable(rows: ParityRow[]): string {
  const { parity } = words().cli;
  const { head } = parity;
  return table(
    [
      { head: head.of },
      { head: head.chips, right: true },
      { head: head.equal },
      { head: head.chips, right: true },
      { head: head.interval, right: true },
      { head: head.ratio, right: true },
      { head: head.days, right: true },
      { head: head.cost, right: true },
      { head: head.energy, right: true },
    ],
    rows.map((row) => [
      row.of,
      orMissing(row.chips_of, formatCount),
      row.equal_to,
      orMissing(row.chips, formatCount),
      span(row.interval80, formatCount),
      row.ratio === null
        ? MISSING
        : `${formatNumber(row.ratio)} ${span(row.ratio_interval80, formatNumber)}`.trim(),
      parity.pair(orMissing(row.matched.days, formatNumber), orMissing(row.match.days, formatNumber)),
      withInterval(row.cost_ratio, row.cost_ratio_interval80, formatNumber),
      orMissing(row.energy_ratio, formatNumber),
    ]),
  );
}

function sentence(row: ParityRow): string {
  const { parity } = words().cli;
  if (row.ratio === null) return parity.none(row.of, row.equal_to, (row.reason ?? '').replace(/\.$/, ''));
  const against = row.peak_ratio === null ? null : row.ratio / row.peak_ratio;
  return parity.sentence[row.by](
    row.equal_to,
    formatNumber(row.ratio),
    row.of,
    against === null ? MISSING : formatNumber(against),
  );
}

function conventionColumns() {
  const { head } = words().cli.parity;
  return [
    { head: head.equal },
    { head: head.peak, right: true },
    { head: head.peak8, right: true },
    { head: head.tpp, right: true },
    { head: head.bandwidth, right: true },
    { head: head.ours, right: true },
  ];
}

const conventionCells = (row: ParityRow): string[] => [
  row.equal_to,
  orMissing(row.peak_ratio, formatNumber),
  orMissing(row.peak_8bit_ratio, formatNumber),
  orMissing(row.tpp_ratio, formatNumber),
  orMissing(row.memory_bandwidth_ratio, formatNumber),
  orMissing(row.ratio, formatNumber),
];

function planTable(rows: ParityRow[]): string {
  const { compare, parity, resource } = words().cli;
  const sides = rows.flatMap((row, index) => [
    ...(index === 0 ? [{ name: row.of, side: row.matched }] : []),
    { name: row.equal_to, side: row.match },
  ]);
  const planned = sides.flatMap(({ name, side }) =>
    side.plan && side.bottleneck
      ? [[name, orMissing(side.tokens_per_second, short), resource[side.bottleneck], planText(side.plan)]]
      : [],
  );
  if (planned.length === 0) return '';
  return table(
    [
      { head: compare.head.cluster },
      { head: compare.head.rate, right: true },
      { head: compare.head.limit },
      { head: parity.head.plan },
    ],
    planned,
  );
}

function curveTable({ curve, curve_axes }: ParityReport): string {
  if (curve.length === 0) return '';
  const { parity } = words().cli;
  const value = (row: CurveRow, axis: number) => {
    const { labels } = curve_axes[axis];
    return labels ? labels[row.values[axis]] : formatNumber(row.values[axis], 6);
  };
  return titled(
    parity.curve,
    [
      ...curve_axes.map(({ key, unit, labels }) => ({
        head: unit === '' ? key : `${key} ${unit}`,
        right: labels === null,
      })),
      { head: parity.head.equal },
      { head: parity.head.active, right: true },
      { head: parity.head.chips, right: true },
      { head: parity.head.ratio, right: true },
      { head: parity.head.cost, right: true },
    ],
    curve.map((row) => [
      ...curve_axes.map((_, axis) => value(row, axis)),
      row.equal_to,
      formatNumber(row.active_share * 100),
      orMissing(row.chips, formatCount),
      row.ratio === null
        ? MISSING
        : `${formatNumber(row.ratio)} ${span(row.ratio_interval80, formatNumber)}`.trim(),
      orMissing(row.cost_ratio, formatNumber),
    ]),
  );
}
