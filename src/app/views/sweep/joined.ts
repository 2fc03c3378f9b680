import type { VaryReport } from '../../../study';

type Columns = Record<string, Float64Array>;

/**
 * Finished parts of a sweep as one table, so that rows are drawn before the last is there. There are hundreds of parts
 * and dozens of columns: a column is put together when it is first read.
 */
export function joined(parts: readonly VaryReport[]): VaryReport {
  const join = <C extends Columns>(of: (part: VaryReport) => C): C => {
    const columns = {};
    for (const name of Object.keys(of(parts[0]))) {
      let whole: Float64Array | null = null;
      const get = () => (whole ??= concatenated(parts.map((part) => of(part)[name])));
      Object.defineProperty(columns, name, { get, enumerable: true });
    }
    return columns as C;
  };
  return {
    ...parts[0],
    columns: join((part) => part.columns),
    inputs: join((part) => part.inputs),
    derived: join((part) => part.derived),
  };
}

function concatenated(pieces: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    // A short column, element by element: a copy through the buffer costs more to set up.
    for (let of = 0; of < piece.length; of++) whole[at++] = piece[of];
  }
  return whole;
}
