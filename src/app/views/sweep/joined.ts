import type { VaryReport } from '../../../study';

type Columns = Record<string, Float64Array>;

/** Finished parts of a sweep as one table, so that rows are drawn before the last is there. */
export function joined(parts: readonly VaryReport[]): VaryReport {
  const join = <C extends Columns>(of: (part: VaryReport) => C): C =>
    Object.fromEntries(
      Object.keys(of(parts[0])).map((name) => [name, concatenated(parts.map((part) => of(part)[name]))]),
    ) as C;
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
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
