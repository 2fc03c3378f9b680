/**
 * What each view is called and answers; an entry for each id of views/index.ts. `short` is its place in the
 * navigation, `title` its heading, `about` a sentence for the start view and below the heading.
 */
export const views = {
  start: {
    short: 'Start',
    title: 'What would you like to know?',
    about: 'Ready questions; each opens as a figure that you can change.',
  },
  compare: {
    short: 'Compare',
    title: 'Compare clusters',
    about: 'How long training takes on up to four clusters, what it costs, and what holds each back.',
  },
  plans: {
    short: 'Plans',
    title: 'Parallel plans',
    about:
      'The best plans side by side, where the runner-up loses, and the flags to type into Megatron-Core.',
  },
  time: {
    short: 'Time',
    title: 'Where the time goes',
    about: 'The parts of one training step, and what more of each resource would buy.',
  },
  timeline: {
    short: 'Timeline',
    title: 'One step, event by event',
    about: 'What every pipeline rank does and when: passes, communication, bubbles; a file for Perfetto.',
  },
  memory: {
    short: 'Memory',
    title: 'Memory of a chip',
    about: 'What fills the memory of the fullest chip, and how much room is left.',
  },
  sweep: {
    short: 'Sweep',
    title: 'Vary one or two inputs',
    about:
      'Speed against experts, bandwidth, chips or sequence length, the plan searched anew at each point.',
  },
  map: {
    short: 'Map',
    title: 'Bottleneck map',
    about:
      'Two inputs at once: where compute, memory, the networks or latency is the limit, and where that flips.',
  },
  parity: {
    short: 'Parity',
    title: 'Parity of clusters',
    about:
      'How many chips of one cluster do what one chip of another does, by speed, deadline, cost or energy.',
  },
  supply: {
    short: 'Supply',
    title: 'Supply of chips',
    about:
      'Stock and flow of chips over the years: what can be trained with them, from when on, and who is behind.',
  },
  claims: {
    short: 'Claims',
    title: 'Claims put to the test',
    about:
      'What is said about export controls and MoE: each claim with the computation that tests it, and what changes it.',
  },
  uncertainty: {
    short: 'Uncertainty',
    title: 'How sure the answer is',
    about:
      'Samples over all that is not known: distributions, what moves the answer, and where the doubt comes from.',
  },
  rules: {
    short: 'Rules',
    title: 'Export rules',
    about: 'Every chip against every dated rule, how far from each threshold, and a rule of your own.',
  },
  caps: {
    short: 'Caps',
    title: 'What a cap changes',
    about:
      'Caps on chips and clusters, or the best chip that a rule lets through: what is left of the training rate.',
  },
  validation: {
    short: 'Validation',
    title: 'Predicted against measured',
    about:
      'Hundreds of published training runs, each with its source: where the estimate holds and where not.',
  },
  assumptions: {
    short: 'Assumptions',
    title: 'Assumptions',
    about:
      'Every constant with its value, evidence and uncertainty, to be changed; the sources of the catalog.',
  },
  lessons: {
    short: 'Lessons',
    title: 'Lessons',
    about:
      'Six short lessons with one slider each: bandwidth, bubbles, memory, scaling, top-k, interconnect caps.',
  },
};
export type ViewId = keyof typeof views;
