const CLOSE = 1e-10;
const MOST_SWEEPS = 10_000;

/**
 * Minimises ½ xᵀA x − bᵀx for a symmetric positive definite A with every x between its bounds, one coordinate after
 * another until none moves. Within the bounds that is the solution of A x = b. A and b are left as they are.
 */
export function solveBounded(
  a: readonly Float64Array[],
  b: Float64Array,
  least: Float64Array,
  most: Float64Array,
): Float64Array {
  const x = Float64Array.from(b, (_, i) => Math.max(least[i], Math.min(0, most[i])));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let furthest = 0;
    for (let i = 0; i < x.length; i++) {
      let rest = b[i];
      for (let k = 0; k < x.length; k++) if (k !== i) rest -= a[i][k] * x[k];
      const next = Math.max(least[i], Math.min(rest / a[i][i], most[i]));
      furthest = Math.max(furthest, Math.abs(next - x[i]));
      x[i] = next;
    }
    if (furthest < CLOSE) break;
  }
  return x;
}
