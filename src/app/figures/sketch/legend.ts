import { FAMILY } from '../template';
import { drawMarkers, strokeLine, type Trace } from './marks';
import { type Pen, spoken, write } from './text';

const SAMPLE = 40;
const GAP = 4;
const ROW = 19;

/** Entries in a row at the foot; in columns as wide as the widest where one row does not hold them. */
export function drawLegend(
  pen: Pen,
  traces: readonly Trace[],
  place: { left: number; bottom: number; width: number },
  color: string,
): void {
  const shown = traces.filter(({ showlegend, name }) => showlegend !== false && name);
  pen.context.font = `${pen.size}px ${FAMILY}`;
  const widths = shown.map(({ name }) => {
    return SAMPLE + GAP + pen.context.measureText(spoken(String(name)).join(' ')).width;
  });
  const fits = widths.reduce((sum, width) => sum + width, 0) <= place.width;
  const widest = Math.max(...widths);
  const columns = fits ? shown.length : Math.max(1, Math.floor(place.width / widest));
  const rows = Math.ceil(shown.length / columns);
  let along = place.left;
  shown.forEach((trace, index) => {
    const x = fits ? along : place.left + widest * (index % columns);
    along += widths[index];
    const y = place.bottom - ROW * (rows - Math.floor(index / columns)) + ROW / 2 - 2;
    const sample: [number, number][] = [
      [x + 5, y],
      [x + 35, y],
    ];
    if (trace.mode?.includes('lines')) strokeLine(pen.context, sample, trace.line);
    if (trace.mode?.includes('markers')) drawMarkers(pen.context, [[x + 20, y]], trace.marker);
    write(pen, String(trace.name), x + SAMPLE, y + 0.36 * pen.size, { color, size: pen.size });
  });
}
