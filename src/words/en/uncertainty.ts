/** Words about how sure an answer is. */
export const uncertainty = {
  example: 'a `study` entry such as {kind: uncertainty, inputs: {scale_out_bandwidth: 300 to 500 Gbit/s}}',
};

/** Words of the command's table. */
export const uncertaintyView = {
  head: {
    cluster: 'cluster',
    output: 'quantity',
    p10: '10 %',
    p50: 'median',
    p90: '90 %',
    error: '± of ends, %',
    factor: 'not known',
    first: 'alone, %',
    total: 'with others, %',
    low: 'at 10 %',
    high: 'at 90 %',
    infeasible: 'fits not, %',
  },
  output: {
    tokens_per_second: 'tokens/s',
    days: 'days',
    cost_usd: 'USD',
    energy_j: 'GWh',
    tokens_per_second_ratio: 'tokens/s over the first',
  },
  indices: (cluster: string): string =>
    `What the spread of tokens/s of ${cluster} comes from: share of the variance of its logarithm`,
  tornado: (cluster: string): string =>
    `Tokens/s of ${cluster} with one thing at its 10th and 90th percentile, all others in the middle`,
  samples: (samples: number, error: string, converged: boolean): string =>
    `${samples} samples; ${converged ? 'stopped by itself, as' : 'to the last sample;'} the ends of the 80 % intervals of tokens/s are sure to ${error} %.`,
  planning: (searches: number, screened: number, checked: number, mean: string, worst: string): string =>
    `Every sample has a plan of its own: ${searches} by a whole search, ${screened} as the best of the plans that such searches found. Where both were done (${checked} times) the second way lost ${mean} % on average and ${worst} % at worst.`,
};
