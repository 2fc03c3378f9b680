/** Solves A x = b for a symmetric positive definite A (Cholesky). A and b are left as they are. */
export function solvePositive(a: readonly Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  const lower = a.map((row) => Float64Array.from(row));
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) lower[j][j] -= lower[j][k] ** 2;
    lower[j][j] = Math.sqrt(lower[j][j]);
    for (let i = j + 1; i < n; i++) {
      for (let k = 0; k < j; k++) lower[i][j] -= lower[i][k] * lower[j][k];
      lower[i][j] /= lower[j][j];
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
