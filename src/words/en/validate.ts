/** Words of `validate` on the command line. */
export const validate = {
  summary: (judged: number, points: number, skipped: number): string =>
    `${points} measured points, ${judged} of them judged; ${skipped} could not be predicted.`,
  accuracy: 'Accuracy of tokens/s per chip, over the judged and predicted points',
  inSample:
    'In sample: accuracy of tokens/s per chip on the judged points, which the constants were fitted on',
  leftOut: 'The same points, each one’s source left out of the fit (as of the last npm run calibrate)',
  keptAside: 'Runs kept aside, which no constant was fitted on',
  memory: 'Peak memory of the judged points, by what the source counts',
  memoryNames: { allocated: 'allocated', reserved: 'reserved', as_logged: 'as logged' },
  ruleOfThumb: 'The rule of thumb on the same points: one MFU for each chip and number format',
  worst: 'The worst ten, tokens/s per chip',
  skippedTitle: 'Not predicted',
  skipped: (reason: string, ids: readonly string[], more: number): string =>
    `  ${ids.length + more} × ${reason}: ${ids.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  head: {
    subset: 'points',
    count: 'count',
    mape: 'MAPE %',
    median: 'median %',
    p90: '90th %',
    worst: 'worst %',
    coverage: 'in 80 % interval, %',
    point: 'point',
    measured: 'measured',
    predicted: 'predicted (80 %)',
    error: 'error %',
  },
  all: 'all judged',
  nothing: 'none',
};
