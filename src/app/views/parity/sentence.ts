import type { ParityReport } from '../../../study';
import { formatNumber } from '../../../units';
import { words } from '../../words';

type Row = ParityReport['parity'][number];

/** How many chips equal one, cluster by cluster, and how far that is from what peak rates say. */
export function paritySentence({ parity: rows }: ParityReport): string {
  const { parity, answer } = words;
  const solved = rows.filter(({ ratio }) => ratio !== null);
  return [
    ...(solved.length > 0
      ? [parity.sentence(solved[0].of, parity.kinds[solved[0].by], solved.map(clusterText))]
      : []),
    ...rows
      .filter(({ ratio }) => ratio === null)
      .map((row) => parity.no(row.equal_to, row.of, answer.reason(row.reason ?? ''))),
  ].join(' ');
}

function clusterText({
  ratio,
  ratio_interval80: interval,
  peak_ratio: peak,
  equal_to: cluster,
}: Row): string {
  const { parity } = words;
  const end = (value: number | null | undefined) => (value ? formatNumber(value) : parity.open);
  return parity.one({
    ratio: formatNumber(ratio ?? Number.NaN),
    low: end(interval?.[0]),
    high: end(interval?.[1]),
    cluster,
    peak: peak ? formatNumber((ratio ?? Number.NaN) / peak) : null,
  });
}
