/** Words of the uncertainty view. */
export const uncertainty = {
  outputLabel: 'Show',
  outputs: {
    tokens_per_second: { option: 'Tokens per second', axis: 'tokens per second' },
    days: { option: 'Days for the run', axis: 'days' },
    cost_usd: { option: 'Cost', axis: 'US dollars' },
    energy_j: { option: 'Energy', axis: 'energy (GWh)' },
    tokens_per_second_ratio: {
      option: 'Speed over the first cluster’s',
      axis: 'tokens per second over those of the first cluster',
    },
  },
  /** `clusters` are from `one`. */
  sentence: (output: string, clusters: readonly string[]) =>
    `${output}, median and 80 % interval: ${clusters.join('; ')}.`,
  one: (p: { cluster: string; median: string; low: string; high: string }) =>
    `${p.cluster} ${p.median} (${p.low} to ${p.high})`,
  ratios: (first: string, clusters: readonly string[]) => `Against ${first}: ${clusters.join('; ')}.`,
  ratio: (p: { cluster: string; median: string; low: string; high: string; sure: string }) =>
    `${p.cluster} is ${p.median} times as fast (${p.low} to ${p.high}), faster in ${p.sure} of the samples`,
  doubts: (clusters: readonly string[]) => `The largest part of the doubt comes from ${clusters.join('; ')}.`,
  doubt: (cluster: string, factor: string, share: string) =>
    `${factor} (${cluster}, ${share} of the variance)`,
  neverFits: (cluster: string) => `no sample of ${cluster} has a plan that fits`,
  status: {
    drawing: (samples: string) => `${samples} samples so far; the figures sharpen as more arrive.`,
    stopped: (samples: string, error: string, asked: string) =>
      `Sampling stopped by itself after ${samples} samples: the ends of the 80 % intervals of tokens per second are sure to ±${error}, and ±${asked} was asked for.`,
    all: (samples: string, error: string) =>
      `All ${samples} samples are drawn, as asked for; the ends of the 80 % intervals of tokens per second are sure to ±${error}.`,
    unsure: (samples: string, error: string, asked: string) =>
      `All ${samples} samples are drawn, and the ends of the 80 % intervals of tokens per second are sure to ±${error} only, where ±${asked} was asked for. Allow more samples to get there.`,
    cancelled: (samples: string) => `Stopped by you after ${samples} samples; indices need the whole answer.`,
  },
  choices: {
    summary: (inputs: number) =>
      inputs === 0
        ? 'What is sampled, and how long (no input is uncertain yet: add some)'
        : `What is sampled, and how long (${inputs} uncertain ${inputs === 1 ? 'input' : 'inputs'})`,
    samples: 'At most',
    samplesOption: (count: string) => `${count} samples`,
    tolerance: 'Stop when sure to',
    toleranceOption: (percent: string) => `± ${percent}`,
    never: 'never before the last',
    constants: 'constants of the physics, failures and prices, each with its stated uncertainty',
    clusters: 'Clusters',
    inputs: 'Inputs that are not known',
    none: 'So far every input is taken as given. Add those that you are unsure of.',
    add: 'Add an input',
    addWhich: 'Input',
    addCluster: 'Of',
    everywhere: 'all clusters',
    range: 'Range',
    rangeHint: 'Such as 300 to 500 Gbit/s, or 5 ± 10 %: an 80 % interval',
    low: 'Low',
    high: 'High',
    mode: 'Likeliest',
    distribution: 'Distribution',
    distributions: {
      lognormal: 'lognormal, 80 % between',
      uniform: 'uniform between',
      'log-uniform': 'log-uniform between',
      triangular: 'triangular between',
    },
    remove: (input: string) => `Take ${input} as given`,
    of: (input: string, cluster: string) => `${input}, ${cluster}`,
  },
  distribution: {
    title: (output: string) => `How sure is it? ${output}`,
    axis: 'relative frequency',
    note: 'Each curve is what the samples of a cluster come to (scrambled Sobol sequence, plan searched anew), all of the same area. Below: the 80 % interval and the median.',
    share: 'share of the samples below (%)',
    interval: (cluster: string) => `${cluster}, 80 % interval and median`,
  },
  settling: {
    title: 'Have enough samples been drawn?',
    axis: 'samples drawn',
    note: 'Median and 80 % interval after so many samples; sampling stops by itself once the ends of the intervals are as sure as asked.',
    median: 'median',
  },
  tornado: {
    title: (cluster: string) => `What moves the speed of ${cluster}?`,
    axis: 'change of speed (%)',
    low: 'at its 10th percentile',
    high: 'at its 90th percentile',
    note: 'Each thing in turn at the ends of its 80 % interval, all others in the middle, planned anew.',
    more: (count: number) => `The ${count} widest are drawn; the table has all.`,
  },
  indices: {
    title: (cluster: string) => `Where does the doubt about ${cluster} come from?`,
    axis: 'share of variance (%)',
    first: 'alone (first order)',
    total: 'with all others (total)',
    firstError: 'first order, standard error (%)',
    totalError: 'total, standard error (%)',
    note: (output: string) =>
      `Sobol indices of the logarithm of: ${output}. Whiskers are one standard error of the indices themselves, by bootstrap.`,
    factor: 'not known',
    name: 'name in reports',
    wait: 'The indices come with the last sample.',
  },
  table: {
    caption: 'Percentiles of the samples',
    cluster: 'Cluster',
    mean: 'Mean',
    error: '± of the ends',
    infeasible: 'Does not fit',
  },
  factors: {
    otherConstants: 'all other constants',
    model: 'the model’s own error and repeats',
    run: 'failures, losses and prices',
    failures: (vendor: string) => `failure rate, ${vendor}`,
    losses: (cluster: string) => `other losses, ${cluster}`,
    price: (chip: string) => `price, ${chip}`,
    repeats: (cluster: string) => `repeats of one run, ${cluster}`,
    evidence: (system: string) => `evidence for ${system}`,
    stack: (stack: string) => `software ${stack}`,
  },
};
