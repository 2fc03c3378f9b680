import type { ParityReport } from '../../../study';
import { formatNumber } from '../../../units';
import { words } from '../../words';

/** How many chips equal one, cluster by cluster, and how far that is from what peak rates say. */
export function paritySentence(report: ParityReport): string {
  const { parity, answer } = words;
  return report.parity
    .map((row) => {
      if (row.ratio === null) return parity.no(row.equal_to, row.of, answer.reason(row.reason ?? ''));
      const end = (value: number | null | undefined) => (value ? formatNumber(value) : parity.open);
      const start = parity.sentence({
        ratio: formatNumber(row.ratio),
        low: end(row.ratio_interval80?.[0]),
        high: end(row.ratio_interval80?.[1]),
        cluster: row.equal_to,
        of: row.of,
        what: parity.kinds[row.by],
      });
      const peak = row.peak_ratio ? parity.peak(formatNumber(row.ratio / row.peak_ratio)) : '';
      return `${start}${peak}.`;
    })
    .join(' ');
}
