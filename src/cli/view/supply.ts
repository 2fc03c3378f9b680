import type { SupplyPath, SupplyReport } from '../../study';
import { formatFlops, formatNumber, formatPercent } from '../../units';
import { words } from '../../words';
import { short, withInterval } from './numbers';
import { blocks, titled, wrap } from './table';

const QUARTERS = 4;

/** The account of chips for a reader: what a chip delivers, each path by year, where its chips come from. */
export function supplyText(report: SupplyReport): string {
  const { compare, supply } = words().cli;
  return blocks(
    `${wrap(report.question)}\n${compare.model(report.model)}`,
    wrap(report.reading),
    titled(
      supply.deliveries,
      [
        { head: compare.head.cluster },
        { head: supply.perChip, right: true },
        { head: supply.flopPerChip, right: true },
      ],
      report.deliveries.map((row) => [
        row.cluster,
        withInterval(row.tokens_per_second_per_chip, row.interval80, formatNumber),
        formatFlops(row.tokens_per_second_per_chip * row.model_flops_per_token),
      ]),
    ),
    ...report.paths.map(pathTable),
    ...report.paths.map(flowTable),
    wrap(supply.legend),
  );
}

function pathTable({ name, points }: SupplyPath): string {
  const { supply } = words().cli;
  const rows = points.filter((_, at) => at % QUARTERS === 0 || at === points.length - 1);
  return titled(
    name,
    [
      { head: supply.year, right: true },
      { head: supply.chips, right: true },
      { head: supply.delivered, right: true },
      { head: supply.runs, right: true },
    ],
    rows.map((point) => [
      point.year.toFixed(2),
      withInterval(point.chips, point.chips80, short),
      formatFlops(point.delivered_flop_per_s),
      withInterval(point.runs_per_year, point.runs_per_year80, formatNumber),
    ]),
  );
}

function flowTable({ name, flows }: SupplyPath): string {
  const { compare, supply } = words().cli;
  return titled(
    supply.from(name),
    [
      { head: compare.head.cluster },
      { head: compare.head.chips, right: true },
      { head: supply.share, right: true },
      { head: supply.source },
    ],
    flows.map((flow) => [
      flow.cluster,
      short(flow.chips),
      formatPercent(flow.delivered_share),
      flow.source ?? '',
    ]),
  );
}
