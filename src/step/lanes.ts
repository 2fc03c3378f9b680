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

/** Order of the norm that joins GPU and host time: a smooth maximum (‖gpu, host‖₆). */
const HOST_NORM = 6;

/** ρ(x) = (1 + x⁶)^(1/6): factor by which a host that needs x times the GPU's time stretches it. */
export function hostStretch(x: number): number {
  return x > 0 ? (1 + x ** HOST_NORM) ** (1 / HOST_NORM) : 1;
}

/** dρ/dx. */
export function hostStretchSlope(x: number): number {
  return x > 0 ? x ** (HOST_NORM - 1) * (1 + x ** HOST_NORM) ** (1 / HOST_NORM - 1) : 0;
}
