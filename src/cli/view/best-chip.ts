import type { BestChipReport, DesignReport } from '../../study';
import { formatBandwidth, formatBytes, formatCompared, formatFlops } from '../../units';
import { words } from '../../words';
import { MISSING, orMissing, percent, short } from './numbers';
import { blocks, table, wrap } from './table';

/** The best legal chips of each cluster beside the scenario's own chip and the best without rules. */
export function bestChipText(report: BestChipReport): string {
  return blocks(
    `${wrap(report.question)}\n${words().cli.compare.model(report.model)}`,
    wrap(report.reading),
    ...report.clusters.map((cluster) => clusterText(cluster, report)),
  );
}

function clusterText(cluster: BestChipReport['clusters'][number], report: BestChipReport): string {
  const { bestChip: say } = words();
  const { head } = say;
  const { best, unrestricted, own, best_against: other } = cluster;
  const rules = report.rules.length === 0 ? say.noRule : report.rules.join(', ');
  const columns = [
    { head: head.chip },
    ...[head.tpp, head.bf16, head.memory, head.bandwidth, head.up, head.out, head.rate, head.left].map(
      (name) => ({
        head: name,
        right: true,
      }),
    ),
    ...(report.against === null ? [] : [{ head: head.against(report.against), right: true }]),
    { head: head.limit },
  ];
  const rows = [
    [
      say.own(own.inputs.chip),
      MISSING,
      formatFlops(own.inputs.bf16_flop_per_s),
      formatBytes(own.memory_capacity_bytes),
      formatBandwidth(own.inputs.memory_bandwidth_bytes_per_s),
      formatBandwidth(own.inputs.scale_up_bytes_per_s),
      formatBandwidth(own.inputs.scale_out_bytes_per_s),
      orMissing(own.tokens_per_second, short),
      MISSING,
      ...(report.against === null ? [] : [MISSING]),
      own.bottleneck ? words().cli.resource[own.bottleneck] : MISSING,
    ],
    designCells(say.free, unrestricted, report),
    ...best.map((design, at) => designCells(say.legal(at + 1), design, report)),
  ];
  const first = best[0];
  return blocks(
    cluster.cluster,
    table(columns, rows),
    wrap(
      [
        say.tried(cluster.tried, rules),
        first?.of_unrestricted ? say.found(percent(first.of_unrestricted), report.model) : say.none,
        other?.against_of_unrestricted && report.against !== null
          ? say.foundAgainst(percent(other.against_of_unrestricted), report.against)
          : '',
      ].join(' '),
    ),
  );
}

function designCells(name: string, design: DesignReport, { against }: BestChipReport): string[] {
  const { case: row } = design;
  return [
    name,
    formatCompared(design.tpp),
    formatFlops(design.bf16_flop_per_s),
    formatBytes(design.memory_bytes),
    formatBandwidth(design.memory_bandwidth_bytes_per_s),
    formatBandwidth(design.scale_up_bytes_per_s),
    formatBandwidth(design.scale_out_bytes_per_s),
    orMissing(row.tokens_per_second, short),
    orMissing(design.of_unrestricted, percent),
    ...(against === null ? [] : [orMissing(design.against_of_unrestricted, percent)]),
    row.bottleneck ? words().cli.resource[row.bottleneck] : words().cli.compare.notFit,
  ];
}
