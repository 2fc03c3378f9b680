import type { VaryReport } from '../../../study';
import { formatCount, formatNumber, formatShortCount } from '../../../units';
import { words } from '../../words';
import { axesOf, type Look, lookOf, valueText } from './axes';
import { type Measure, measureOf } from './measures';
import { placesOf } from './rows';

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
      const ended = endsOf(
        placesOf(report, look, index, value),
        report.inputs[across.column],
        measure.values,
      );
      if (!ended) return [];
      const { first, last, ratio } = ended;
      const at = second && value !== null ? text.at(second.what, valueText(second, value)) : '';
      const [from, to] = [valueText(across, first), valueText(across, last)];
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

/** The least and the most of an input at which there is a value, and by what the value is multiplied between them. */
function endsOf(places: readonly number[], inputs: Float64Array, values: Float64Array) {
  const known = places.filter((row) => !Number.isNaN(values[row]));
  if (known.length < 2) return null;
  const first = known.reduce((least, row) => (inputs[row] < inputs[least] ? row : least));
  const last = known.reduce((most, row) => (inputs[row] >= inputs[most] ? row : most));
  const ratio = values[last] / values[first];
  return Number.isFinite(ratio) ? { first: inputs[first], last: inputs[last], ratio } : null;
}
