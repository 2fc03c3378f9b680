import type { UncertaintyReport } from '../../../study';
import { samplesOf } from '../../../study/uncertainty/samples';
import { formatCount, formatNumber, formatPercent } from '../../../units';
import { paragraphs } from '../../../words';
import { words } from '../../words';
import { factorName, type Output, shortText, valueText, type WhatOf } from './names';

/** The quantity on show for each cluster, how clusters compare, and where most of the doubt comes from. */
export function uncertaintySentence(report: UncertaintyReport, output: Output, whatOf: WhatOf): string {
  const text = words.uncertainty;
  const shown = output === 'tokens_per_second_ratio' ? 'tokens_per_second' : output;
  const each = (of: Output) =>
    report.clusters.map((cluster) => {
      const row = report.outputs.find((one) => one.cluster === cluster && one.output === of);
      if (!row || row.infeasible_share === 1) return text.neverFits(cluster);
      const [low, high] = [row.p10, row.p90].map((end) => shortText(of, end));
      return text.one({ cluster, median: valueText(of, row.p50), low, high });
    });
  const ratios = report.clusters.slice(1).flatMap((cluster) => ratioText(report, cluster));
  const doubts = report.clusters.flatMap((cluster) => doubtText(report, cluster, shown, whatOf));
  return paragraphs(
    [
      text.sentence(text.outputs[shown].option, each(shown)),
      ...(ratios.length > 0 ? [text.ratios(report.clusters[0], ratios)] : []),
    ],
    [
      // A rate is asked for the sake of the time.
      ...(shown === 'tokens_per_second' ? [text.sentence(text.outputs.days.option, each('days'))] : []),
      ...(doubts.length > 0 ? [text.doubts(doubts)] : []),
    ],
  );
}

function ratioText(report: UncertaintyReport, cluster: string): string[] {
  const row = report.outputs.find(
    (one) => one.cluster === cluster && one.output === 'tokens_per_second_ratio',
  );
  if (!row || row.infeasible_share === 1) return [];
  const ratios = samplesOf(report, cluster, 'tokens_per_second_ratio').filter(Number.isFinite);
  const faster = ratios.filter((ratio) => ratio > 1).length / ratios.length;
  return [
    words.uncertainty.ratio({
      cluster,
      median: formatNumber(row.p50),
      low: formatNumber(row.p10),
      high: formatNumber(row.p90),
      sure: formatPercent(Number(faster.toFixed(2))),
    }),
  ];
}

function doubtText(
  { indices, factors }: UncertaintyReport,
  cluster: string,
  output: Output,
  whatOf: WhatOf,
): string[] {
  const most = indices
    .filter((row) => row.cluster === cluster && row.output === output && row.total > 0)
    .sort((a, b) => b.total - a.total)[0];
  if (!most) return [];
  const kind = factors.find(({ name }) => name === most.factor)?.kind ?? 'constant';
  const share = formatPercent(Number(Math.min(1, most.total).toFixed(2)));
  return [words.uncertainty.doubt(cluster, factorName(most.factor, kind, whatOf), share)];
}

/** Clusters of which some sample has a plan. */
export const fitting = ({ clusters, outputs }: UncertaintyReport): string[] =>
  clusters.filter((cluster) =>
    outputs.some(
      (row) => row.cluster === cluster && row.output === 'tokens_per_second' && row.infeasible_share < 1,
    ),
  );

/** How far sampling is, and whether it stopped by itself. */
export function statusText(report: UncertaintyReport, state: 'drawing' | 'cancelled' | 'whole'): string {
  const { status } = words.uncertainty;
  const samples = formatCount(report.samples);
  if (state === 'drawing') return status.drawing(samples);
  if (state === 'cancelled') return status.cancelled(samples);
  const [error, asked] = [report.error, report.tolerance].map((share) =>
    formatPercent(Number(share.toPrecision(2))),
  );
  if (report.converged) return status.stopped(samples, error, asked);
  return report.tolerance === 0 ? status.all(samples, error) : status.unsure(samples, error, asked);
}
