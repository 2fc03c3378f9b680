/** Bytes per number of the three things that a deployment stores. */
export interface ServingFormat {
  /** Weights: 2 for BF16, 1 for FP8 or INT8, 0.5 for four bits. */
  weightBytes: number;
  /** Keys and values of attention. */
  cacheBytes: number;
  /** Recurrent state of linear attention; 4 in the common kernels. */
  stateBytes: number;
}

/** What one model's deployment takes, bytes. */
export interface DeploymentMemory {
  weights: number;
  /** Of one sequence and one further token of context, up to a window. */
  cachePerToken: number;
  /** Of one sequence at the context asked. */
  cachePerSequence: number;
  /** Recurrent state of one sequence, whatever its length. */
  statePerSequence: number;
  /** All sequences together. */
  cache: number;
  buffers: number;
  total: number;
  capacity: number;
  fits: boolean;
  /** The most sequences that fit; 0 where the weights alone do not. */
  maxSequences: number;
}

/** One decoding step of a batch, an upper bound: no scheduler, no prefill beside it. Seconds, tokens per second. */
export interface DecodeEstimate {
  sequences: number;
  context: number;
  stepSeconds: number;
  tokensPerSecond: number;
  seconds: { memory: number; compute: number; network: number; launch: number };
  bytesRead: { weights: number; cache: number };
  flops: number;
  /** Served systems reach a share of the bound: low and high end of `tokensPerSecond`. */
  servedTokensPerSecond: [number, number];
}
