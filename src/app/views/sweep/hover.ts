import type { VaryReport } from '../../../study';
import { hoverLines, rangedLines } from '../../figures/hover';
import { degreeTexts } from '../../report/plan-text';
import { words } from '../../words';
import { type Axis, valueText } from './axes';
import type { Measure } from './measures';
import type { Row } from './rows';

type Resource = keyof typeof words.answer.resource;

/** What is told of a point: where it is, the value with its interval, the plan in short, and what limits it. */
export function hoverOf(
  { columns }: VaryReport,
  across: Axis,
  measure: Measure,
  { value, y, low, high, at }: Row,
  second: { axis: Axis; value: number } | null = null,
): string {
  const { answer, figures } = words;
  const places = [{ axis: across, value }, ...(second ? [second] : [])];
  const names = Object.keys(answer.resource) as Resource[];
  const degrees = degreeTexts(['tp', 'pp', 'ep', 'cp', 'dp'], (name) => columns[name][at]);
  return hoverLines(
    ...places.map((place) => `${place.axis.what}: ${valueText(place.axis, place.value)}`),
    ...(y === null ? [figures.varied.noFit] : rangedLines(y, [low, high], measure.say)),
    degrees.join(' · '),
    y === null ? null : answer.limitedBy(answer.resource[names[columns.bottleneck[at]]]),
  );
}
