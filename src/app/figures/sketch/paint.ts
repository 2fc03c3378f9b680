import type { Theme } from '../../state/theme';
import { inks } from '../palette';
import type { Drawing } from '../types';
import { drawLegend } from './legend';
import { drawBars, drawMarkers, fillBetween, type Place, pointsOf, strokeLine, type Trace } from './marks';
import { type Axis, type Scale, scaleOf } from './scale';
import { type Pen, spoken, write } from './text';

export interface Margins {
  l: number;
  r: number;
  t: number;
  b: number;
}

interface Box {
  width: number;
  height: number;
}

/** Length of a tick in pixels. */
const TICK = 5;

/** Paints a drawing as plotly would, but for what needs a pointer. */
export function paint(pen: Pen, drawing: Drawing, box: Box, margins: Margins, theme: Theme): void {
  const { context, size } = pen;
  const { layout } = drawing;
  const [xaxis, yaxis] = [layout.xaxis ?? {}, layout.yaxis ?? {}] as [Axis, Axis];
  const ink = inks[theme];
  const [left, top] = [margins.l, margins.t];
  const [width, height] = [box.width - left - margins.r, box.height - top - margins.b];
  const across = scaleOf(xaxis, 'x', width);
  const up = scaleOf(yaxis, 'y', height);
  const place: Place = {
    x: (value) => left + width * across.at(value),
    y: (value) => top + height * (1 - up.at(value)),
  };
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, box.width, box.height);
  grid(context, { left, top, width, height }, xaxis.showgrid === false ? null : across, up, ink.line);
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  marks(context, drawing.data as Trace[], place);
  context.restore();
  const text = { color: ink.text, size };
  for (const { place: at, text: label } of across.ticks) {
    spoken(label).forEach((line, row) => {
      write(pen, line, left + width * at, top + height + TICK + size * (1.3 + 1.3 * row), {
        ...text,
        align: 'center',
      });
    });
  }
  for (const { place: at, text: label } of up.ticks) {
    write(pen, label, left - TICK - 4, top + height * (1 - at) + 0.36 * size, { ...text, align: 'right' });
  }
  const lines = Math.max(1, ...across.ticks.map(({ text: label }) => spoken(label).length));
  const titled = { color: ink.text, size: Math.round(1.2 * size), align: 'center' as const };
  const under = top + height + size * (1.3 * lines + 2.2);
  write(pen, xaxis.title?.text ?? '', left + width / 2, under, { ...titled, most: box.width });
  write(pen, yaxis.title?.text ?? '', titled.size + 2, top + height / 2, { ...titled, upright: true });
  for (const note of layout.annotations ?? []) {
    const color = String(note.font?.color ?? ink.text);
    const [x, y] = [place.x(Number(note.x)), place.y(Number(note.y))];
    write(pen, String(note.text), x, y - 0.4 * size, {
      color,
      size: Math.round(0.92 * size),
      align: 'center',
    });
  }
  if (layout.showlegend)
    drawLegend(pen, drawing.data as Trace[], { left, bottom: box.height, width }, ink.text);
}

function grid(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  across: Scale | null,
  up: Scale,
  color: string,
): void {
  context.beginPath();
  context.moveTo(left - 0.5, top);
  context.lineTo(left - 0.5, top + height);
  for (const { place } of across?.ticks ?? []) {
    const x = Math.round(left + width * place) + 0.5;
    context.moveTo(x, top);
    context.lineTo(x, top + height + TICK);
  }
  for (const { place } of up.ticks) {
    const y = Math.round(top + height * (1 - place)) + 0.5;
    context.moveTo(left - TICK, y);
    context.lineTo(left + width, y);
  }
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.stroke();
}

function marks(context: CanvasRenderingContext2D, traces: readonly Trace[], place: Place): void {
  let before: ReturnType<typeof pointsOf> = [];
  for (const one of traces) {
    if (one.type === 'bar') {
      drawBars(context, one, place);
      continue;
    }
    const points = pointsOf(one, place);
    const fill = String(one.fillcolor);
    if (one.fill === 'tonexty') fillBetween(context, before, points, fill);
    if (one.fill === 'tozeroy') {
      fillBetween(
        context,
        points.map((point) => point && [point[0], place.y(0)]),
        points,
        fill,
      );
    }
    if (one.mode?.includes('lines')) strokeLine(context, points, one.line);
    if (one.mode?.includes('markers')) drawMarkers(context, points, one.marker);
    before = points;
  }
}
