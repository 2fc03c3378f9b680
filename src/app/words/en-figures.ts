/** Words of the figures. */
export const figures = {
  heading: 'Figures',
  loading: 'Drawing…',
  failed: 'The plotting library could not be loaded; the tables below each figure still work.',
  cluster: 'Cluster',
  others: 'others',
  table: 'Table',
  plot: 'Plot',
  csv: 'CSV',
  png: 'PNG',
  svg: 'SVG',
  json: 'JSON',
  changedOne: (name: string, value: string, clusters: readonly string[] | null): string =>
    `${name} ${value}${clusters ? ` (${clusters.join(', ')})` : ''}`,
  changed: (all: readonly string[], more: number): string =>
    `Changed from the catalog and the defaults: ${all.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  cite: 'Cite',
  embedAbout: 'To show the figure, live, in a page of yours:',
  copyEmbed: 'Copy the code',
  citation: (p: { version: string; title: string; question: string; link: string; day: string }) =>
    `moe-capacity ${p.version}: “${p.title}”${p.question ? `, for “${p.question}”` : ''}. ${p.link} (${p.day}).`,
  copyText: 'Copy text',
  copyBibtex: 'Copy BibTeX',
  allRows: (count: number) => `Show all ${count.toLocaleString('en-US')} rows`,
  download: (format: string, title: string) => `${format}: ${title}`,
  noData: 'No cluster fits, so there is nothing to draw.',
  interval: '80 % interval',
  /** Heads of the columns of an 80 % interval; `what` has the unit. */
  ends: (what: string): [string, string] => [`${what}, 80 % low`, `${what}, 80 % high`],
  between: (low: string, high: string) => `80 %: ${low} to ${high}`,
  chipsForOne: (chips: string) => `${chips} chips for one`,
  metricLabel: 'Show',
  metrics: {
    tokens: {
      option: 'Tokens per second',
      title: 'How fast does each cluster train?',
      axis: 'tokens per second',
    },
    days: { option: 'Days for the run', title: 'How long does the run take?', axis: 'days' },
    mfu: { option: 'MFU', title: 'How well are the chips used?', axis: 'MFU (model FLOPs, BF16 dense peak)' },
    cost: { option: 'Cost', title: 'What does the run cost?', axis: 'US dollars' },
    energy: { option: 'Energy', title: 'How much energy does the run use?', axis: 'energy (GWh)' },
    forOne: {
      option: 'Chips for one chip',
      title: 'How many chips do what one of the reference does?',
      axis: 'chips for one chip of the reference',
    },
  },
  metricNote: {
    tokens: 'Steady state of the best plan found; whiskers are the 80 % interval.',
    days: 'Whole run, failures and restarts included; whiskers are the 80 % interval.',
    mfu: 'Model FLOPs over the dense BF16 peak of all chips; attention counted causal, no recomputation. Whiskers follow the throughput interval.',
    cost: 'Chip-hours at the scenario’s rental price; whiskers are the 80 % interval.',
    energy:
      'Chips, servers, network and building over the whole run, idle chips included; whiskers are the 80 % interval.',
    forOne:
      'Tokens per second and chip of the reference cluster over those of each; whiskers are the 80 % interval of the ratio, in which what both do not know alike cancels.',
  },
  breakdown: {
    title: 'Where does the time of a step go?',
    axis: 'share of the step (%)',
    note: 'Exposed time of the best plan: work hidden under other work is not counted twice.',
    share: 'share (%)',
    seconds: 'seconds',
    parts: {
      compute: 'compute',
      scale_up: 'scale-up network',
      scale_out: 'scale-out network',
      bubble: 'pipeline bubble',
      host: 'host',
      optimizer: 'optimizer',
      other: 'other',
    },
  },
  varied: {
    title: (what: string) => `What if the ${what} were different?`,
    label: 'Vary',
    values: 'Values',
    valuesHint: 'A list such as 64, 128, 256, or a range such as 64 to 1024 in 5 log',
    second: 'and',
    nothing: 'nothing else',
    ofFile: 'as in the scenario',
    show: 'Show',
    across: 'Across',
    lines: 'Lines',
    up: 'Up',
    as: 'Drawn as',
    asLines: 'lines',
    asMap: 'heat map',
    noFit: 'does not fit',
    speed: 'the speed',
    /** `times` are from `times`. */
    sentence: (p: {
      cluster: string;
      what: string;
      from: string;
      to: string;
      measure: string;
      times: string;
    }) => `On ${p.cluster}, ${p.what} from ${p.from} to ${p.to} changes ${p.measure} ${p.times}.`,
    timesOn: (times: string, cluster: string) => `${times} on ${cluster}`,
    /** `each` are from `timesOn`. */
    together: (p: { what: string; from: string; to: string; measure: string; each: string }) =>
      `From ${p.from} to ${p.to}, the ${p.what} changes ${p.measure} ${p.each}.`,
    sampled: (p: { cluster: string; measure: string; low: string; high: string; points: string }) =>
      `${p.cluster}, ${p.measure}: ${p.low} to ${p.high} over the ${p.points} points of the sample.`,
    times: (times: string, at: string) => `${times}-fold${at}`,
    at: (what: string, value: string) => ` at a ${what} of ${value}`,
    titleOf: (measure: string, what: string) => `${measure}: what if the ${what} were different?`,
    titleBoth: (what: string, second: string) => `What if the ${what} and the ${second} were different?`,
    titleMap: (cluster: string, what: string, second: string) =>
      `${cluster}: what if the ${what} and the ${second} were different?`,
    axis: 'tokens per second',
    note: 'The plan is searched again at each point; bands are the 80 % interval (left out where lines are many), open rings the inputs of the comparison.',
    now: (cluster: string) => `${cluster}, as asked`,
    inputs: {
      experts: { what: 'number of experts', axis: 'routed experts per layer' },
      top_k: { what: 'top-k', axis: 'experts per token' },
      scale_out_bandwidth: {
        what: 'scale-out bandwidth',
        axis: 'scale-out bandwidth (GB/s per chip and direction)',
      },
      scale_up_bandwidth: {
        what: 'scale-up bandwidth',
        axis: 'scale-up bandwidth (GB/s per chip and direction)',
      },
      chips: { what: 'number of chips', axis: 'chips' },
      sequence: { what: 'sequence length', axis: 'sequence length (tokens)' },
      memory_bandwidth: { what: 'memory bandwidth', axis: 'memory bandwidth (GB/s per chip)' },
      memory: { what: 'memory capacity', axis: 'memory (GB per chip)' },
      bf16: { what: 'computing rate', axis: 'dense BF16 peak (TFLOP/s per chip)' },
      domain: { what: 'scale-up domain', axis: 'chips in a scale-up domain' },
      global_batch: { what: 'global batch', axis: 'global batch (sequences)' },
      expert_ffn: { what: 'width of an expert', axis: 'hidden width of an expert' },
      layers: { what: 'number of layers', axis: 'layers' },
      hidden: { what: 'width of the model', axis: 'hidden width' },
      max_nodes: { what: 'nodes that a token may be sent to', axis: 'nodes for one token, at most' },
      tokens: { what: 'number of tokens', axis: 'tokens' },
      oversubscription: { what: 'oversubscription of the network', axis: 'oversubscription (ratio)' },
      power_per_chip: { what: 'power of a chip', axis: 'power (W per chip)' },
      failures_per_1000_node_days: { what: 'failure rate', axis: 'failures per 1,000 node-days' },
      restart: { what: 'time to restart', axis: 'time to restart (s)' },
      checkpoint_blocking: { what: 'stop for a checkpoint', axis: 'stop for a checkpoint (s)' },
      other_loss: { what: 'other losses', axis: 'other losses (share of time)' },
      power_draw: { what: 'power drawn', axis: 'power drawn (share of the nominal)' },
      pue: { what: 'PUE', axis: 'PUE' },
      usd_per_chip_hour: { what: 'price of a chip-hour', axis: 'US dollars per chip-hour' },
    },
  },
  memory: {
    title: 'Does it fit in memory?',
    axis: 'GB per chip',
    note: 'At the fullest pipeline stage, decimal GB. Solid line: the chip’s nominal memory. Dashed: what a job can use of it, the rest is the driver’s and the allocator’s.',
    nominal: 'nominal',
    usable: 'usable',
    usableOf: (gigabytes: string) => `${gigabytes} usable`,
    total: 'used',
    parts: {
      parameters: 'parameters',
      gradients: 'gradients',
      optimizer: 'optimizer state',
      activations: 'activations',
      workspace: 'workspace',
      buffers: 'buffers',
    },
  },
};
