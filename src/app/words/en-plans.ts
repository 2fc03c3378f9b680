/** Words of the plans view. */
export const plans = {
  lead: (cluster: string, plan: string, rate: string) =>
    `On ${cluster} the fastest plan is ${plan}, at ${rate}.`,
  runnerUp: (slower: string, part: string) => `The runner-up is ${slower} slower, mostly by ${part}.`,
  failsMore: (faster: string) =>
    `The runner-up is ${faster} faster in a step, but loses more time to failures.`,
  only: 'No other plan fits.',
  noPlan: (cluster: string, reason: string) => `On ${cluster} no plan fits: ${reason}.`,
  how: (space: string, evaluated: string, pruned: string, seconds: string) =>
    `${space} plans in the space, ${evaluated} evaluated and ${pruned} excluded by proved bounds, in ${seconds}.`,
  tableCaption: (cluster: string) =>
    `The best plans on ${cluster}, best first; degrees that are not listed are 1`,
  rank: 'Rank',
  rate: 'Tokens per second',
  slower: 'Slower by',
  step: 'Step',
  memory: 'Memory per chip',
  best: 'best',
  days: 'Whole run',
  cost: 'Cost',
  aim: {
    label: 'Best at',
    objectives: {
      throughput: 'highest throughput',
      time: 'shortest training',
      cost: 'lowest cost, any size',
      chips: 'fewest chips for a deadline',
    },
    deadline: 'Done in days',
    any: 'any',
    margin: 'Memory left free',
    time: (cluster: string, days: string, plan: string) =>
      `On ${cluster} the shortest training takes ${days}, under ${plan}.`,
    cost: (cluster: string, chips: string, days: string, cost: string, plan: string) =>
      `On ${cluster} the cheapest training takes ${chips} chips, ${days} and ${cost}, under ${plan}.`,
    chips: (cluster: string, chips: string, days: string, cost: string, plan: string) =>
      `On ${cluster} ${chips} chips are the fewest that are done in time: ${days} and ${cost}, under ${plan}.`,
  },
  front: {
    title: (cluster: string) => `What does throughput cost in memory on ${cluster}?`,
    note: 'No other plan is faster and needs less memory. The dashed line is all memory of a chip; a share of it is not usable.',
    front: 'plans that no other beats in both',
    top: 'the best plans',
    rate: 'tokens per second',
    memory: 'memory per chip, GB',
    capacity: 'usable memory of the chip',
    plan: 'Plan',
    rateHead: 'Tokens per second',
    memoryHead: 'Memory per chip (bytes)',
    single: (cluster: string) => `On ${cluster} the fastest plan is also the leanest.`,
    sentence: (count: number, leanest: string, rate: string, share: string, fastest: string) =>
      `${count} plans trade one for the other: the leanest needs ${leanest} a chip and reaches ${rate}, ${share} of the fastest, which needs ${fastest}.`,
  },
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
