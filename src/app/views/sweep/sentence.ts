import type { VaryReport } from '../../../study';
import { formatCount, formatNumber, formatShortCount } from '../../../units';
import { words } from '../../words';
import { axesOf, type Look, lookOf, valueText } from './axes';
import { type Measure, measureOf } from './measures';
import { lineOf } from './rows';

/** The least and the most of a measure over a sample, in which no two points differ in one input alone. */
export function sampleSentence(report: VaryReport, measure: Measure): string {
  const text = words.figures.varied;
  return report.clusters
    .flatMap((cluster, index) => {
      const own = measure.values.filter(
        (value, row) => report.columns.cluster[row] === index && !Number.isNaN(value),
      );
      if (own.length === 0) return [];
      const [low, high] = [Math.min(...own), Math.max(...own)].map((value) => formatShortCount(value));
      return [text.sampled({ cluster, measure: measure.option, low, high, points: formatCount(own.length) })];
    })
    .join(' ');
}

/**
 * What the input does over its range, in a sentence for each cluster, at both ends of the second input; in one for all
 * clusters where it is varied alone.
 */
export function sweepSentence(
  report: VaryReport,
  look: Look = lookOf(axesOf(report)),
  measure: Measure = measureOf(report, look, 'tokens'),
): string {
  const text = words.figures.varied;
  const { across, second } = look;
  const ends = second ? [...new Set([second.values[0], second.values[second.values.length - 1]])] : [null];
  const told = report.clusters.flatMap((cluster, index) => {
    const parts = ends.flatMap((value) => {
      const rows = lineOf(report, look, measure, index, value).filter(({ y }) => y !== null);
      if (rows.length < 2) return [];
      const [first, last] = [rows[0], rows[rows.length - 1]];
      const ratio = (last.y ?? Number.NaN) / (first.y ?? Number.NaN);
      if (!Number.isFinite(ratio)) return [];
      const at = second && value !== null ? text.at(second.what, valueText(second, value)) : '';
      const [from, to] = [valueText(across, first.value), valueText(across, last.value)];
      return [{ from, to, part: text.times(formatNumber(ratio, 2), at) }];
    });
    if (parts.length === 0) return [];
    const [{ from, to }] = parts;
    return [{ cluster, from, to, times: words.join(parts.map(({ part }) => part)) }];
  });
  const what = across.what;
  const changed = measure.name === 'tokens' ? text.speed : measure.option;
  const alike = new Set(told.map(({ from, to }) => `${from} ${to}`)).size === 1;
  if (!second && told.length > 1 && alike) {
    const [{ from, to }] = told;
    const each = words.join(told.map(({ cluster, times }) => text.timesOn(times, cluster)));
    return text.together({ what, from, to, measure: changed, each });
  }
  return told.map((one) => text.sentence({ ...one, what, measure: changed })).join(' ');
}
