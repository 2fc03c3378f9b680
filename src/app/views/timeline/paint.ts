import type { TimelineCase, TimelineReport } from '../../../study';
import { inks } from '../../figures/palette';
import type { Theme } from '../../state/theme';
import { colorOf, idle } from './colors';
import { firstAfter, type Row, type Rows } from './rows';
import { type Span, ticks, tickText } from './scale';

/** Everything that a picture of the timeline is made from. Sizes in CSS pixels. */
export interface Scene {
  report: TimelineReport;
  timeline: TimelineCase;
  rows: Rows;
  span: Span;
  width: number;
  /** Room for names on the left, and for the axis at the top. */
  gutter: number;
  axis: number;
  theme: Theme;
  /** Operation with a frame around it, or −1. */
  chosen: number;
  words: {
    rank: (rank: number) => string;
    lane: Record<TimelineReport['labels']['lanes'][number], string>;
    leftOut: string;
  };
}

export const heightOf = ({ rows, axis }: Pick<Scene, 'rows' | 'axis'>): number =>
  axis + (rows.tops.at(-1) ?? 0);

export function timeAt({ span, width, gutter }: Scene, x: number): number {
  return span.from + ((x - gutter) / (width - gutter)) * (span.to - span.from);
}

/** Draws the whole picture. */
export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, gutter, theme, rows } = scene;
  const ink = inks[theme];
  const height = heightOf(scene);
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(gutter, 0, width - gutter, height);
  context.clip();
  const stripes = pattern(context, ink.paper);
  paintAxis(context, scene, height);
  for (const row of rows.rows) paintRow(context, scene, row, stripes);
  paintLeftOut(context, scene, height);
  paintChosen(context, scene);
  context.restore();
  paintNames(context, scene);
}

/** Operations of one lane. Of those narrower than a pixel only the first in a pixel is drawn. */
function paintRow(
  context: CanvasRenderingContext2D,
  scene: Scene,
  row: Row,
  stripes: CanvasPattern | string,
) {
  const { report, timeline, span, width, gutter, axis, theme } = scene;
  const { start_s: start, end_s: end, kind, exposed } = timeline.operations;
  const { kinds } = report.labels;
  const scale = (width - gutter) / (span.to - span.from);
  const top = axis + row.top;
  if (row.lane === 0) {
    const stepEnd = gutter + (timeline.simulated_step_time_s - span.from) * scale;
    context.fillStyle = idle[theme];
    context.fillRect(gutter, top, Math.max(0, Math.min(width, stepEnd) - gutter), row.height);
  }
  let painted = gutter;
  for (let i = firstAfter(end, row, span.from); i < row.end && start[i] < span.to; i++) {
    const left = Math.max(gutter, gutter + (start[i] - span.from) * scale);
    const right = Math.min(width, gutter + (end[i] - span.from) * scale);
    if (right - painted < 0.5 && right - left < 0.5) continue;
    const wide = Math.max(0.5, right - left);
    context.fillStyle = colorOf(kinds[kind[i]], theme);
    context.globalAlpha = row.lane === 0 || exposed[i] === 1 ? 1 : 0.5;
    context.fillRect(left, top, wide, row.height);
    context.globalAlpha = 1;
    if (exposed[i] === 1 && wide > 3) {
      context.fillStyle = stripes;
      context.fillRect(left, top, wide, row.height);
    }
    // Neighbours of one kind stay apart once there is room for a gap.
    if (wide > 5) {
      context.fillStyle = inks[theme].paper;
      context.fillRect(right - 0.5, top, 0.5, row.height);
    }
    painted = right;
  }
}

/** Diagonal stripes for what nothing hides. */
function pattern(context: CanvasRenderingContext2D, color: string): CanvasPattern | string {
  const size = 6;
  const tile = new OffscreenCanvas(size, size);
  const to = tile.getContext('2d');
  if (!to) return 'transparent';
  to.strokeStyle = color;
  to.lineWidth = 1.4;
  to.globalAlpha = 0.75;
  for (const shift of [-size, 0, size]) {
    to.beginPath();
    to.moveTo(shift, size);
    to.lineTo(shift + size, 0);
    to.stroke();
  }
  return context.createPattern(tile, 'repeat') ?? 'transparent';
}

function paintAxis(context: CanvasRenderingContext2D, scene: Scene, height: number): void {
  const { span, width, gutter, axis, theme } = scene;
  const ink = inks[theme];
  const times = ticks(span, Math.max(2, Math.floor((width - gutter) / 90)));
  const step = times.length > 1 ? times[1] - times[0] : span.to - span.from;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  for (const time of times) {
    const x = gutter + ((time - span.from) / (span.to - span.from)) * (width - gutter);
    context.fillStyle = ink.line;
    context.fillRect(Math.round(x), axis - 4, 1, height - axis + 4);
    const text = tickText(time, step);
    const half = context.measureText(text).width / 2;
    context.fillStyle = ink.soft;
    context.textAlign = 'center';
    context.fillText(text, Math.max(gutter + half, Math.min(width - half - 2, x)), axis / 2 - 1);
  }
}

/** The middle of a long step, which is not drawn. */
function paintLeftOut(context: CanvasRenderingContext2D, scene: Scene, height: number): void {
  const { timeline, span, width, gutter, axis, theme, words } = scene;
  if (timeline.shown === null) return;
  const x = (time: number) => gutter + ((time - span.from) / (span.to - span.from)) * (width - gutter);
  const left = Math.max(gutter, x(timeline.shown.until_s));
  const right = Math.min(width, x(timeline.shown.from_s));
  if (right - left < 2) return;
  context.globalAlpha = 0.85;
  context.fillStyle = inks[theme].paper;
  context.fillRect(left, axis, right - left, height - axis);
  context.globalAlpha = 1;
  context.fillStyle = inks[theme].soft;
  context.textAlign = 'center';
  if (right - left > 70) context.fillText(words.leftOut, (left + right) / 2, axis + 14);
}

function paintChosen(context: CanvasRenderingContext2D, scene: Scene): void {
  const { timeline, rows, span, width, gutter, axis, chosen, theme } = scene;
  const row = rows.rows.find(({ first, end }) => chosen >= first && chosen < end);
  if (chosen < 0 || !row) return;
  const scale = (width - gutter) / (span.to - span.from);
  const left = gutter + (timeline.operations.start_s[chosen] - span.from) * scale;
  const right = gutter + (timeline.operations.end_s[chosen] - span.from) * scale;
  context.strokeStyle = inks[theme].text;
  context.lineWidth = 2;
  context.strokeRect(left - 1, axis + row.top - 1, Math.max(2, right - left) + 2, row.height + 2);
}

function paintNames(context: CanvasRenderingContext2D, scene: Scene): void {
  const { report, rows, gutter, axis, theme, words } = scene;
  const ink = inks[theme];
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const bottom = new Map(rows.rows.map((row) => [row.rank, row.top + row.height]));
  rows.tops.slice(0, -1).forEach((top, rank) => {
    const height = (bottom.get(rank) ?? top) - top;
    context.font = '600 11px system-ui, sans-serif';
    context.fillStyle = ink.text;
    // Low rows take every other name, so that names don't touch.
    const every = Math.max(1, Math.ceil(12 / Math.max(1, rows.tops[1] - rows.tops[0])));
    if (rank % every === 0)
      context.fillText(words.rank(rank), 2, axis + top + Math.min(rows.named ? 12 : height / 2, height / 2));
  });
  if (!rows.named || gutter < 80) return;
  context.font = '10px system-ui, sans-serif';
  context.textAlign = 'right';
  context.fillStyle = ink.soft;
  for (const row of rows.rows) {
    const lane = report.labels.lanes[row.lane];
    context.fillText(words.lane[lane], gutter - 6, axis + row.top + row.height / 2);
  }
}
