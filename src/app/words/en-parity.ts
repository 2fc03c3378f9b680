/** Words of the parity view. */
export const parity = {
  of: 'Matched cluster',
  by: 'Made equal',
  vary: 'Vary',
  nothing: 'nothing',
  kinds: {
    throughput: 'tokens per second',
    deadline: 'the time of the run',
    cost: 'the cost of the run',
    energy: 'the energy of the run',
  },
  deadline: 'Time that both may take',
  deadlineHint: 'Such as 90 days',
  needsTwo: 'Parity compares clusters: add a second one in the form.',
  sentence: (of: string, what: string, clusters: readonly string[]) =>
    `To equal ${what}, one chip of ${of} takes ${clusters.join('; ')}.`,
  one: (p: { ratio: string; low: string; high: string; cluster: string; peak: string | null }) =>
    `${p.ratio} of ${p.cluster} (80 % interval ${p.low} to ${p.high}${p.peak ? `; ${p.peak} times what peak BF16 rates say` : ''})`,
  no: (cluster: string, of: string, reason: string) => `No size of ${cluster} equals ${of}: ${reason}.`,
  open: 'any',
  ratio: {
    title: (of: string) => `How many chips equal one chip of ${of}?`,
    axis: 'chips for one chip',
    simulated: 'by the whole run, plan searched anew',
    note: 'Bars: the smallest cluster that does the same under its own best plan, with its 80 % interval; what both clusters do not know alike cancels. Marks: what single figures of the datasheets say.',
    conventions: {
      peak_ratio: 'BF16 peak',
      peak_8bit_ratio: 'FP8 peak',
      tpp_ratio: 'TPP',
      memory_bandwidth_ratio: 'memory bandwidth',
      memory_ratio: 'memory',
    },
  },
  curve: {
    title: (what: string) => `How does that move with the ${what}?`,
    note: 'Both clusters’ plans are searched anew at each point; bands are the 80 % interval.',
  },
  table: {
    caption: 'The match, cluster by cluster',
    cluster: 'Cluster',
    chips: 'Chips that match',
    perChip: 'For one chip',
    days: 'Days, matched and match',
    cost: 'Cost over cost',
    energy: 'Energy over energy',
    held: 'Limited mostly by',
    plan: 'Plan of the match',
  },
};
