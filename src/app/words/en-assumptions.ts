import { runAssumptionsInEnglish } from '../../words';

/** Words of the assumptions view. */
export const assumptions = {
  lead: (count: number, changed: number) =>
    `${count} constants stand behind the estimates, each with its evidence and uncertainty${changed > 0 ? `; ${changed} ${changed === 1 ? 'is' : 'are'} changed from the stack’s value` : ''}.`,
  search: 'Search the constants',
  constants: 'Constants',
  columns: {
    what: 'What it is',
    value: 'Value',
    unit: 'Unit',
    sigma: 'Uncertainty',
    evidence: 'Evidence',
  },
  caption: (cluster: string, family: string, stack: string) =>
    `${cluster}: constants of the chip family ${family}, software ${stack}. A value that you enter holds for this cluster and travels in the link.`,
  valueOf: (name: string) => `Value of ${name}`,
  plusMinus: (percent: string) => `± ${percent}`,
  prior: (value: string) => `before the fit: ${value}`,
  set: 'set here',
  bySource: 'set by the stack',
  revert: (name: string) => `Back to the stack’s value: ${name}`,
  all: 'Also for the other clusters',
  evidenceKeys:
    '[micro] kernel and collective tables; [fit] regularised fit on the judged measured runs; [judged] judgement, a prior only. Uncertainty is one relative standard deviation of a lognormal.',
  none: 'No constant has these words.',
  run: {
    heading: 'What the whole run rests on',
    caption: (cluster: string) =>
      `${cluster}: behind days, cost and energy, not behind the step. To change one, name it under run: in the YAML.`,
    range: '80 %',
    names: runAssumptionsInEnglish,
  },
  sources: {
    heading: 'Where the catalog’s values come from',
    note: 'A: primary or measured; B: reputable analysis; C: press or judgement.',
    entry: 'Entry',
    fields: 'Values',
    title: 'Source',
    confidence: 'Confidence',
    all: 'all',
  },
};
