/** Words of the search command's answer. */
export const search = {
  outOfRange: (text: string): string => `${text} is out of range`,
  unusedOption: (objective: string): string => `the objective "${objective}" does not use it`,
  sizingObjective: (names: readonly string[]): string =>
    names.map((name) => `--objective ${name}`).join(' or '),
  marginRange: 'a share from 0 to below 1, such as 10%',
  objective: {
    time: (_chips: string): string => 'Best for: the shortest run, failures and restarts included.',
    cost: (chips: string): string => `Best for: the cheapest run. ${chips} chips.`,
    chips: (chips: string): string => `Best for: the fewest chips that are done in time. ${chips} chips.`,
  },
  days: (days: string, cost: string): string => `The whole run takes ${days} and costs ${cost}.`,
  pareto: (count: number): string =>
    `Throughput against memory: ${count} ${count === 1 ? 'plan that no other beats' : 'plans that no other beats'} in both.`,
  head: { rank: '#', rate: 'tokens/s', slower: 'slower %', memory: 'GB per chip', plan: 'plan' },
  counts: (space: string, evaluated: string, pruned: string, seconds: string): string =>
    `${space} plans in the space: ${evaluated} evaluated, ${pruned} pruned, ${seconds}.`,
  exhaustive: 'Every plan was tried.',
  lost: (causes: string): string => `The runner-up loses by ${causes}.`,
  cause: (part: string, seconds: string, percent: string): string => `${part} +${seconds} (+${percent})`,
  gain: (part: string, seconds: string): string => `it gains ${seconds} in ${part}`,
  and: '; ',
  megatron: 'The best plan in Megatron-Core:',
  noSchedule: (schedule: string): string =>
    `Megatron-Core has no ${schedule} schedule; the flags give the same stages without it.`,
  noActivation:
    'Megatron-Core recomputes activations apart in MoE layers only; dense layers need a fused one.',
};
