/** Passes in a rank's order: both halves of backward at once, or apart. */
export const FORWARD = 0;
export const INPUT_GRADIENT = 1;
export const WEIGHT_GRADIENT = 2;
export const BACKWARD = 3;

/** What one rank does, in order, before it is known when. */
export interface Order {
  pass: number[];
  /** Stage of the model's chunks, 0 first. */
  chunk: number[];
  microBatch: number[];
  /** 1: begins and ends together with the next entry (a forward and a backward pass that overlap). */
  paired: number[];
}

export function createOrder(): Order {
  return { pass: [], chunk: [], microBatch: [], paired: [] };
}

export function push(to: Order, pass: number, chunk: number, microBatch: number, paired = 0): void {
  to.pass.push(pass);
  to.chunk.push(chunk);
  to.microBatch.push(microBatch);
  to.paired.push(paired);
}
