/** Words of the view of where the time goes. */
export const time = {
  lead: (cluster: string, step: string, part: string, share: string) =>
    `On ${cluster} a step takes ${step}; the largest part is ${part} (${share}).`,
  cluster: 'Cluster',
  elasticity: {
    title: 'What would more of each resource buy, and less overhead?',
    axis: '% faster per 1 % more',
    resource: 'Resource',
    kept: 'Percent faster per percent more, same plan',
    again: 'plan searched again',
    note: 'Bars: the best plan kept as it is; they sum to 1. Marks: the plan searched again after 5 percent more. Of latency and host overhead: less.',
    /** `overhead`: what there should be less of. */
    sentence: (cluster: string, what: string, percent: string, overhead: boolean) =>
      `${cluster}: 10 % ${overhead ? 'less' : 'more'} ${what} makes the step about ${percent} % faster.`,
  },
  work: {
    title: 'Which work takes longest?',
    axis: 'seconds per step',
    work: 'Work',
    uses: 'Uses',
    note: 'One step of the busiest rank; work that is hidden under other work is counted in full here.',
  },
};
