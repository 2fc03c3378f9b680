/** Words of the bottleneck map. */
export const map = {
  title: (cluster: string) => `What holds ${cluster} back, and where does that change?`,
  note: 'The best plan is searched anew in each cell; its letter and hue are the resource that limits it most. Lines join cells of equal speed. The star is the cluster as asked.',
  x: 'Across',
  y: 'Up',
  now: 'as asked',
  limited: 'limited mostly by',
  noFit: 'nothing: the model does not fit',
  letters: {
    flops: 'C',
    memory_bandwidth: 'M',
    scale_up_bandwidth: 'U',
    scale_out_bandwidth: 'O',
    latency_and_host: 'L',
  },
  share: (resource: string, percent: string) => `${resource} in ${percent} % of the combinations`,
  none: (percent: string) => `nothing in ${percent} %, where the model does not fit`,
  sentence: (cluster: string, shares: readonly string[]) =>
    `On ${cluster} the limit is ${shares.join(', ')}.`,
  star: (resource: string) => `As asked (the star), it is limited mostly by ${resource}.`,
  /** `each` from `turn`. */
  turns: (x: string, y: string, each: readonly string[]) =>
    `Along the ${x}, for each ${y}, the limit turns ${each.join('; ')}.`,
  /** `each` from `between`. */
  turn: (from: string, to: string, each: readonly string[]) => `from ${from} to ${to} ${each.join(', ')}`,
  between: (low: string, high: string, at: string) => `between ${low} and ${high} at ${at}`,
  cell: (x: string, y: string) => `${x}, ${y}`,
  islands: (cells: readonly string[]) =>
    `Single cells stand out (${cells.join('; ')}): another plan is the fastest there than beside them, or two resources are nearly level.`,
};
