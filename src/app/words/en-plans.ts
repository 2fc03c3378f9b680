/** Words of the plans view. */
export const plans = {
  lead: (cluster: string, plan: string, rate: string) =>
    `On ${cluster} the fastest plan is ${plan}, at ${rate}.`,
  runnerUp: (slower: string, part: string) => `The runner-up is ${slower} slower, mostly by ${part}.`,
  only: 'No other plan fits.',
  noPlan: (cluster: string, reason: string) => `On ${cluster} no plan fits: ${reason}.`,
  how: (space: string, evaluated: string, pruned: string, seconds: string) =>
    `${space} plans in the space, ${evaluated} evaluated and ${pruned} excluded by proved bounds, in ${seconds}.`,
  tableCaption: (cluster: string) => `The fastest plans on ${cluster}, best first`,
  rank: 'Rank',
  rate: 'Tokens per second',
  slower: 'Slower by',
  step: 'Step',
  memory: 'Memory per chip',
  best: 'best',
  lost: {
    title: (cluster: string) => `Where do the next plans lose on ${cluster}?`,
    axis: 'seconds lost per step against the best plan',
    note: 'For the batch of the best plan. A negative part is where a plan gains; the sum is what it loses.',
    plan: 'Plan',
  },
  megatron: 'Arguments for Megatron-Core',
  copy: 'Copy',
  notes: 'No argument exists for:',
};
