/** What a sketch shows of a trace: lines, fills, markers, bars and whiskers. */
export interface Trace {
  type?: string;
  mode?: string;
  name?: string;
  showlegend?: boolean;
  x?: readonly number[];
  y?: readonly (number | null)[];
  width?: number;
  fill?: string;
  fillcolor?: string;
  line?: { color?: string; width?: number; dash?: string };
  marker?: { symbol?: string; size?: number; color?: string | readonly string[]; line?: { width?: number } };
  error_y?: {
    array?: readonly number[];
    arrayminus?: readonly number[];
    color?: string;
    thickness?: number;
    width?: number;
  };
}

export interface Place {
  x(value: number): number;
  y(value: number): number;
}

type Context = CanvasRenderingContext2D;
type Point = [number, number] | null;

const DASHES: { [name: string]: number[] } = {
  dash: [9, 9],
  dot: [3, 3],
  dashdot: [9, 3, 3, 3],
  longdash: [15, 15],
  longdashdot: [15, 6, 3, 6],
};

/** The points of a trace in pixels; null where it has a gap. */
export function pointsOf({ x, y }: Trace, place: Place): Point[] {
  return (x ?? []).map((at, index) => {
    const value = y?.[index];
    return value === null || value === undefined ? null : [place.x(at), place.y(value)];
  });
}

function trace(context: Context, points: readonly Point[]): void {
  let open = false;
  for (const point of points) {
    if (!point) open = false;
    else if (open) context.lineTo(...point);
    else {
      context.moveTo(...point);
      open = true;
    }
  }
}

/** The area between two lines of the same places. */
export function fillBetween(
  context: Context,
  lower: readonly Point[],
  upper: readonly Point[],
  color: string,
) {
  const known = (points: readonly Point[]) => points.filter((point) => point !== null);
  context.beginPath();
  trace(context, [...known(lower), ...known(upper).reverse()]);
  context.fillStyle = color;
  context.fill();
}

export function strokeLine(context: Context, points: readonly Point[], line: Trace['line']): void {
  if (!line?.width) return;
  context.beginPath();
  trace(context, points);
  context.strokeStyle = String(line.color);
  context.lineWidth = line.width;
  context.lineJoin = 'round';
  context.setLineDash(DASHES[line.dash ?? ''] ?? []);
  context.stroke();
  context.setLineDash([]);
}

export function drawMarkers(context: Context, points: readonly Point[], marker: Trace['marker']): void {
  const { symbol, size, color, line } = marker ?? {};
  const radius = Number(size ?? 6) / 2;
  const open = String(symbol).endsWith('-open');
  context.fillStyle = context.strokeStyle = String(color);
  context.lineWidth = Number(line?.width ?? 1);
  for (const point of points) {
    if (!point) continue;
    context.beginPath();
    outline(context, String(symbol ?? 'circle'), point[0], point[1], radius);
    if (open) context.stroke();
    else context.fill();
  }
}

function outline(context: Context, symbol: string, x: number, y: number, radius: number): void {
  const corners = CORNERS[symbol.replace('-open', '')];
  if (!corners) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  for (const [right, down] of corners) context.lineTo(x + radius * right, y + radius * down);
  context.closePath();
}

const star = Array.from({ length: 10 }, (_, at): [number, number] => {
  const reach = at % 2 === 0 ? 1.4 : 0.54;
  return [reach * Math.sin((at * Math.PI) / 5), -reach * Math.cos((at * Math.PI) / 5)];
});
const hexagon = Array.from({ length: 6 }, (_, at): [number, number] => [
  Math.sin((at * Math.PI) / 3),
  -Math.cos((at * Math.PI) / 3),
]);
/** In radii, to the right and down. */
const CORNERS: { [symbol: string]: readonly (readonly [number, number])[] } = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  'triangle-up': [
    [0, -1.16],
    [1.16, 0.58],
    [-1.16, 0.58],
  ],
  'triangle-down': [
    [0, 1.16],
    [1.16, -0.58],
    [-1.16, -0.58],
  ],
  cross: [
    [-0.4, -1.2],
    [0.4, -1.2],
    [0.4, -0.4],
    [1.2, -0.4],
    [1.2, 0.4],
    [0.4, 0.4],
    [0.4, 1.2],
    [-0.4, 1.2],
    [-0.4, 0.4],
    [-1.2, 0.4],
    [-1.2, -0.4],
    [-0.4, -0.4],
  ],
  hexagon,
  star,
};

/** Upright bars with their whiskers. */
export function drawBars(context: Context, { x, y, width, marker, error_y }: Trace, place: Place): void {
  const colors = marker?.color ?? '';
  const half = (width ?? 0.8) / 2;
  const { array, arrayminus = array, color = '', thickness = 2, width: cap = 4 } = error_y ?? {};
  (x ?? []).forEach((at, index) => {
    const value = y?.[index];
    if (value === null || value === undefined) return;
    const [left, right, zero, top] = [place.x(at - half), place.x(at + half), place.y(0), place.y(value)];
    context.fillStyle = typeof colors === 'string' ? colors : colors[index];
    context.fillRect(left, Math.min(zero, top), right - left, Math.abs(zero - top));
    if (!array) return;
    const middle = Math.round((left + right) / 2);
    const [high, low] = [place.y(value + array[index]), place.y(value - (arrayminus ?? array)[index])];
    context.beginPath();
    context.moveTo(middle, high);
    context.lineTo(middle, low);
    for (const end of [high, low]) {
      context.moveTo(middle - cap, end);
      context.lineTo(middle + cap, end);
    }
    context.strokeStyle = color;
    context.lineWidth = thickness;
    context.stroke();
  });
}
