/** Words about what a rule changes for a cluster. */
export const ruleChange = {
  example: 'a `study` entry such as {kind: rule_change, caps: [{name: links, interconnect: 400 GB/s}]}',
  changed: {
    interconnect: (from: string, to: string): string => `scale-up links, both ways: ${from} to ${to}`,
    scaleOut: (from: string, to: string): string => `scale-out: ${from} to ${to}`,
    domain: (from: number, to: number): string => `scale-up domain: ${from} to ${to} chips`,
    hbm: (bandwidth: string, bytes: string): string => `older memory: ${bandwidth}, ${bytes}`,
    memory: (bytes: string): string => `memory: ${bytes}`,
    memoryBandwidth: (bandwidth: string): string => `memory bandwidth: ${bandwidth}`,
    tpp: (rate: string): string => `computing rates: BF16 ${rate}`,
    fp8: 'no format below 16 bits',
    chips: (from: number, to: number): string =>
      `${from.toLocaleString('en-US')} to ${to.toLocaleString('en-US')} chips`,
  },
  head: {
    cluster: 'cluster',
    cap: 'cap',
    throughput: 'throughput left (80 %)',
    days: 'days before → after (80 %)',
    needed: 'chips for the rate before → after (80 %)',
    run: 'cost of the run × (80 %)',
    cost: 'cost × at that rate (80 %)',
    runs: 'runs a year before → after (80 %)',
  },
  arrow: (before: string, after: string): string => `${before} → ${after}`,
  nothing: (cluster: string, cap: string): string => `${cluster} is not touched by “${cap}”.`,
  what: (cluster: string, cap: string, changes: readonly string[]): string =>
    `${cluster}, “${cap}”: ${changes.join('; ')}.`,
  notFit: (cluster: string, cap: string, reason: string): string => `${cluster}, “${cap}”: ${reason}.`,
  unreachable: 'out of reach',
  tooFew: (wanted: number, allowed: number): string =>
    `the rate before takes ${wanted.toLocaleString('en-US')} such chips, and the cap leaves ${allowed.toLocaleString('en-US')}`,
  legend:
    'Cost of the run: on the capped cluster as it stands. Chips for the rate before: the fewest without the cap, and the fewest with it; as the global batch stays the same, they come in steps. Cost at that rate: of the run on the one over the other. Each chip costs what it did before. Intervals are of the ratio: what is uncertain for both alike cancels.',
};

/** Words about the best chip that rules leave. */
export const bestChip = {
  example: 'a `study` entry such as {kind: best_chip, rules: [us-2025-04-letters]}',
  head: {
    chip: 'chip',
    tpp: 'TPP',
    bf16: 'BF16',
    memory: 'memory',
    bandwidth: 'memory bandwidth',
    up: 'scale-up',
    out: 'scale-out',
    rate: 'tokens/s',
    left: '% of the best without rules',
    against: (model: string): string => `% for ${model}`,
    limit: 'limited by',
  },
  own: (name: string): string => `${name}, as it is`,
  free: 'best without rules',
  legal: (rank: number): string => `legal ${rank}`,
  none: 'Within the limits, the rules leave no chip.',
  tried: (count: number, rules: string): string => `${count} chips at the edge of ${rules} were tried.`,
  noRule: 'no rule',
  found: (share: string, model: string): string =>
    `The rules leave ${share} % of the throughput of ${model} that chips within the limits could reach.`,
  foundAgainst: (share: string, model: string): string => `Of ${model} they leave ${share} %.`,
};
