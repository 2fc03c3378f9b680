import { steadyExp, steadyLog } from '../../units';

/** One piece of a border between two regions; `one` < `other` are their places among the fields. */
interface Piece {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  one: number;
  other: number;
}

/** A rectangular grid: `fields[f][y * width + x]`; NaN where there is no value. */
interface Fields {
  x: readonly number[];
  y: readonly number[];
  fields: readonly Float64Array[];
}

interface Corner {
  x: number;
  y: number;
  at: number;
}

/** How far field `f` stands above the highest of the others. */
function lead(fields: readonly Float64Array[], f: number, at: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let g = 0; g < fields.length; g++) if (g !== f) most = Math.max(most, fields[g][at]);
  return fields[f][at] - most;
}

function highest(fields: readonly Float64Array[], at: number): number {
  return fields.reduce((best, field, f) => (field[at] > fields[best][at] ? f : best), 0);
}

/** Between two values, by their logarithms where both are positive, as inputs are mostly varied by factors. */
function between(a: number, b: number, share: number): number {
  if (a === b) return a;
  return a > 0 && b > 0 ? a * steadyExp(share * steadyLog(b / a)) : a + share * (b - a);
}

/**
 * The borders between regions of the highest field, interpolated: marching squares over the zero of each field's lead.
 * A piece is told once, from the side of the field with the lower number. Squares without a value at a corner have none.
 */
export function bordersOf({ x, y, fields }: Fields): Piece[] {
  const pieces: Piece[] = [];
  for (let row = 0; row + 1 < y.length; row++) {
    for (let column = 0; column + 1 < x.length; column++) {
      const corner = (right: number, up: number): Corner => ({
        x: x[column + right],
        y: y[row + up],
        at: (row + up) * x.length + column + right,
      });
      const square = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
      if (square.some(({ at }) => fields.some((field) => Number.isNaN(field[at])))) continue;
      const winners = square.map(({ at }) => highest(fields, at));
      for (const one of new Set(winners)) pieces.push(...squareBorders(fields, square, winners, one));
    }
  }
  return pieces;
}

function squareBorders(
  fields: readonly Float64Array[],
  square: readonly Corner[],
  winners: readonly number[],
  one: number,
): Piece[] {
  const leads = square.map(({ at }) => lead(fields, one, at));
  const crossings: { x: number; y: number; other: number }[] = [];
  for (let edge = 0; edge < 4; edge++) {
    const next = (edge + 1) % 4;
    const inside = winners[edge] === one;
    if (inside === (winners[next] === one)) continue;
    const share = leads[edge] === leads[next] ? 0.5 : leads[edge] / (leads[edge] - leads[next]);
    const [from, to] = [square[edge], square[next]];
    crossings.push({
      x: between(from.x, to.x, share),
      y: between(from.y, to.y, share),
      other: winners[inside ? next : edge],
    });
  }
  // Of a saddle the middle decides which crossings belong together.
  const middle = leads.reduce((sum, value) => sum + value, 0);
  if (crossings.length === 4 && middle > 0 === (winners[0] === one)) crossings.push(crossings.shift()!);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [a, b] = [crossings[i], crossings[i + 1]];
    const other = Math.min(a.other, b.other);
    if (one < other) pieces.push({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, one, other });
  }
  return pieces;
}
