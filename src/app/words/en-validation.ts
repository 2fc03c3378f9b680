/** Words of the validation view. */
export const validation = {
  lead: (p: {
    count: number;
    mape: string;
    median: string;
    /** Mean errors on the same runs with each one's source left out of the fit, and on runs that were never fitted. */
    leftOut: string;
    aside: string;
    asideCount: number;
  }) =>
    `In sample, that is on the ${p.count} published training runs that the constants were fitted on, the predicted speed is off by ${p.median} in the median and ${p.mape} on average. On runs that the fit has not seen it is off by more: by ${p.leftOut} on average on a source that was left out of the fit, by ${p.aside} on ${p.asideCount} runs that were kept aside.`,
  more: (p: { p90: string; worst: string; coverage: string; rule: string }) =>
    `In sample nine in ten are off by at most ${p.p90} and the worst by ${p.worst}; the 80 % interval holds the measured value in ${p.coverage} of them. One fixed MFU for each chip and number format, chosen on the runs of the fit, is off by ${p.rule} on average.`,
  unseen: 'In sample, and on runs that the fit has not seen',
  unseenNote:
    'The figures and tables further below show the runs of the fit, so they are in sample too. For a run of your own on known software the lower rows are the better guide; on new software or a new chip expect at least as much. A dash: that fit gives no intervals.',
  samples: {
    seen: 'in sample: the runs of the fit',
    leftOut: 'the same runs, each one’s source left out of the fit',
    aside: 'runs kept aside, never fitted',
  },
  filterHeading: 'Which runs',
  chip: 'Chip',
  group: 'Source',
  framework: 'Software',
  model: 'Model',
  kind: 'Kind',
  all: 'all',
  moe: 'mixture of experts',
  dense: 'dense',
  judged: 'judged runs only',
  shown: (shown: number, all: number) => `${shown} of ${all} runs shown`,
  scatter: {
    title: 'Does the prediction hold?',
    x: 'measured (tokens per second and chip)',
    y: 'predicted (tokens per second and chip)',
    equal: 'equal',
    note: 'Each point is a published run; whiskers are the 80 % interval. Tap a point for its source. Judged runs (filled) are those of the fit, so what they show is in sample; the others miss something that has to be assumed.',
  },
  residual: {
    title: 'Where is it wrong?',
    axis: 'predicted over measured',
    by: 'By',
    note: 'A box holds the middle half of the runs; points are runs, those without all settings known included.',
  },
  subsets: 'Accuracy by subset, in sample',
  subsetsNote: 'In sample, of the judged runs. MAPE is the mean absolute percentage error.',
  memory: (definition: string) => `memory, ${definition.replaceAll('_', ' ')}`,
  subset: (name: string): string => name,
  rule: (name: string) => `constant MFU, ${name}`,
  columns: {
    name: 'Subset',
    count: 'Runs',
    mape: 'MAPE',
    median: 'Median',
    p90: 'Nine in ten within',
    worst: 'Worst',
    coverage: '80 % interval holds',
  },
  table: {
    id: 'Run',
    measured: 'measured (tokens/s/chip)',
    predicted: 'predicted (tokens/s/chip)',
    error: 'error (%)',
    chips: 'chips',
    precision: 'precision',
    date: 'date',
  },
  point: {
    heading: 'The run',
    measured: (value: string) => `measured ${value} tokens/s per chip`,
    foreseen: (value: string) => `predicted ${value} tokens/s per chip`,
    predicted: (value: string, low: string, high: string) => `predicted ${value} (${low} to ${high})`,
    error: (percent: string) => `error ${percent}`,
    source: 'Open the source',
    noSource: 'The source has no address of its own.',
    inside: 'inside the interval',
    outside: 'outside the interval',
    close: 'Close',
  },
};
