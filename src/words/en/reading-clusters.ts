/** Sentences about clusters side by side; a part of `reading`. */
export const clusters = {
  /** A run: "GLM-5 (744B-A40B) on 28.5T tokens". */
  run: (model: string, tokens: string): string => `${model} on ${tokens}`,
  /** Where clusters do not do the same run. */
  any: { run: 'the run of each', model: 'each' },
  onCluster: (value: string, interval: string, cluster: string): string =>
    `${value}${interval && ` (${interval})`} on ${cluster}`,
  /** What each quantity comes to; `each` from `onCluster`. */
  answer: {
    time: (run: string, each: string): string => `${run} takes ${each}.`,
    throughput: (run: string, each: string): string => `${run} trains at ${each}.`,
    per_chip: (run: string, each: string): string => `${run} trains at ${each}.`,
    mfu: (run: string, each: string): string => `Of the dense BF16 peak of all chips, ${run} uses ${each}.`,
    cost: (run: string, each: string): string => `${run} costs ${each}.`,
    energy: (run: string, each: string): string => `${run} uses ${each}.`,
  },
  eachChip: (rate: string): string => `${rate} for each chip`,
  /** One cluster against another. */
  noun: {
    time: 'the time',
    throughput: 'the rate',
    mfu: 'the share of the peak',
    cost: 'the cost',
    energy: 'the energy',
  },
  against: (reference: string, noun: string, each: string): string =>
    `Against ${reference}, ${noun} is ${each}.`,
  timesOn: (times: string, interval: string, cluster: string): string =>
    `${times} times (${interval}) on ${cluster}`,
  forOneChip: (chip: string, each: string): string => `One ${chip} does what ${each} do.`,
  chipsOf: (chips: string, chip: string, interval: string, peak: string): string =>
    `${chips} ${chip} (${interval}; by dense BF16 peak ${peak})`,
  chipOf: (cluster: string): string => `chip of ${cluster}`,
  open: (clusters: string): string =>
    `Which is more is not certain for ${clusters}: the interval of the ratio holds 1.`,
  /** What clusters do not have in common; groups of its values from `onCluster`. */
  differ: (fields: readonly string[], groups: readonly string[]): string =>
    `The clusters do not train the same (${fields.join(', ')}): ${groups.join('; ')}.`,
  work: {
    model: 'model',
    experts: 'number of experts',
    top_k: 'experts per token',
    tokens: 'tokens',
    sequence: 'sequence length',
    global_batch_sequences: 'global batch',
    precision: 'number format',
  },
  noExperts: 'none',
  precisions: {
    bf16: 'BF16',
    fp16: 'FP16',
    'fp8-tensor': 'FP8 (per-tensor scales)',
    'fp8-block': 'FP8 (block scales)',
    mxfp8: 'MXFP8',
    nvfp4: 'NVFP4',
  },
  within: (time: string, parts: readonly string[]): string => `Within ${time}: ${parts.join('; ')}.`,
  inTime: {
    sure: (clusters: string): string => `${clusters}, even at the long end of the 80 % interval`,
    likely: (clusters: string): string => `${clusters} by the central estimate, not at the long end`,
    unlikely: (clusters: string): string => `${clusters} at the short end of the interval only`,
    late: (clusters: string): string => `not ${clusters}`,
  },
  rate: (cluster: string, rate: string): string => `${cluster} trains at ${rate}.`,
  fastestRate: (cluster: string, rate: string): string => `${cluster} has the highest rate, ${rate}.`,
  idle: (each: string): string => `The best plan leaves idle ${each}; cost, energy and MFU count them.`,
  idleOf: (idle: string, chips: string, cluster: string): string =>
    `${idle} of the ${chips} chips of ${cluster}`,
  days: (each: string): string => `The run takes ${each}.`,
};
