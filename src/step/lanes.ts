/**
 * A time is a vector of five lanes, one for each resource whose rate it is inversely proportional to. Its total is
 * the sum of the lanes, and because time is homogeneous of degree −1 in all rates, lane / total is exactly the
 * elasticity of the time to that rate. Sums add lanes; a maximum takes the winner's lanes.
 */
export const FLOPS = 0;
export const MEMORY = 1;
export const UP = 2;
export const OUT = 3;
export const LATENCY = 4;
export const LANES = 5;

export function laneSum(a: Float64Array, offset = 0): number {
  return a[offset] + a[offset + 1] + a[offset + 2] + a[offset + 3] + a[offset + 4];
}

/** target += factor · source (five lanes each). */
export function addLanes(target: Float64Array, source: Float64Array, factor = 1, from = 0, to = 0): void {
  for (let i = 0; i < LANES; i++) target[to + i] += factor * source[from + i];
}

/**
 * ρ(x) = (1 + x⁸)^⅛: factor by which a host that needs x times the GPU's time stretches it. A smooth maximum
 * (‖gpu, host‖₈); an order whose root is three square roots has the same bits in every engine.
 */
export function hostStretch(x: number): number {
  const x2 = x * x;
  const x4 = x2 * x2;
  return Math.sqrt(Math.sqrt(Math.sqrt(1 + x4 * x4)));
}

/** dρ/dx = x⁷ ρ / (1 + x⁸). */
export function hostStretchSlope(x: number): number {
  const x2 = x * x;
  const x4 = x2 * x2;
  return (x4 * x2 * x * hostStretch(x)) / (1 + x4 * x4);
}
