import type { VaryReport } from '../../../study';
import { formatCount, formatNumber } from '../../../units';
import { axisScale } from '../../state/vary';
import { words } from '../../words';
import { variedNames } from './varied';

/** What the input does over its range, in a sentence for each cluster. */
export function sweepSentence({ key, clusters, columns }: VaryReport): string {
  const text = words.figures.varied;
  const scale = axisScale(key);
  return clusters
    .flatMap((cluster, index) => {
      const rows = Array.from(columns.value.keys()).filter(
        (row) => columns.cluster[row] === index && !Number.isNaN(columns.tokens_per_second[row]),
      );
      if (rows.length < 2) return [];
      const rate = (row: number) => columns.tokens_per_second[row];
      const byValue = rows.sort((a, b) => columns.value[a] - columns.value[b]);
      const [first, last] = [byValue[0], byValue[byValue.length - 1]];
      const at = (row: number) => formatCount(Number((columns.value[row] * scale).toPrecision(4)));
      const ratio = rate(last) / rate(first);
      return [text.sentence(cluster, variedNames(key).what, at(first), at(last), formatNumber(ratio, 2))];
    })
    .join(' ');
}
