import { hash } from './scramble';

/** Columns of one output: at A, at B, and for each factor at A with that factor's inputs taken from B. */
interface PickFreeze {
  a: Float64Array;
  b: Float64Array;
  mixed: readonly Float64Array[];
}

export interface Index {
  /** Share of the variance that goes when the factor is known, and its standard error. */
  first: number;
  first_error: number;
  /** Share that stays when all but the factor is known, and its standard error. */
  total: number;
  total_error: number;
}

const RESAMPLES = 100;

/**
 * First-order and total Sobol indices: Saltelli et al. (2010) for the first, Jansen (1999) for the total, about the
 * common mean. Errors by bootstrap over rows. Rows with a value that is no number are left out. NaN without variance.
 */
export function sobolIndices(data: PickFreeze, seed = 1): Index[] {
  const rows: number[] = [];
  for (let row = 0; row < data.a.length; row++) {
    const finite = [data.a, data.b, ...data.mixed].every((column) => Number.isFinite(column[row]));
    if (finite) rows.push(row);
  }
  const all = Int32Array.from(rows);
  const point = estimate(data, all);
  const count = data.mixed.length;
  const spread = { first: new Moments(count), total: new Moments(count) };
  const drawn = new Int32Array(all.length);
  for (let sample = 0; sample < RESAMPLES; sample++) {
    for (let i = 0; i < drawn.length; i++) drawn[i] = all[hash(hash(seed, sample), i) % all.length];
    const { first, total } = estimate(data, drawn);
    spread.first.add(first);
    spread.total.add(total);
  }
  return data.mixed.map((_, i) => ({
    first: point.first[i],
    first_error: spread.first.deviation(i),
    total: point.total[i],
    total_error: spread.total.deviation(i),
  }));
}

function estimate(
  { a, b, mixed }: PickFreeze,
  rows: Int32Array,
): { first: Float64Array; total: Float64Array } {
  const n = rows.length;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += a[rows[k]] + b[rows[k]];
  const mean = sum / (2 * n);
  let squares = 0;
  for (let k = 0; k < n; k++) squares += (a[rows[k]] - mean) ** 2 + (b[rows[k]] - mean) ** 2;
  const variance = squares / (2 * n);
  const first = new Float64Array(mixed.length);
  const total = new Float64Array(mixed.length);
  mixed.forEach((column, i) => {
    let alone = 0;
    let apart = 0;
    for (let k = 0; k < n; k++) {
      const row = rows[k];
      const moved = column[row] - a[row];
      alone += (b[row] - mean) * moved;
      apart += moved * moved;
    }
    first[i] = alone / n / variance;
    total[i] = apart / (2 * n) / variance;
  });
  return { first, total };
}

class Moments {
  readonly #sum: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(length: number) {
    this.#sum = new Float64Array(length);
    this.#squares = new Float64Array(length);
  }

  add(values: Float64Array): void {
    this.#count++;
    values.forEach((value, i) => {
      this.#sum[i] += value;
      this.#squares[i] += value * value;
    });
  }

  deviation(i: number): number {
    const mean = this.#sum[i] / this.#count;
    return Math.sqrt(Math.max(0, this.#squares[i] / this.#count - mean * mean));
  }
}
