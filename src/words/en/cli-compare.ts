/** Words of the comparison on the command line. */
export const compare = {
  head: {
    cluster: 'cluster',
    chips: 'chips',
    rate: 'tokens/s',
    days: 'days (80 %)',
    mfu: 'MFU %',
    memory: 'GB per chip',
    cost: 'USD',
    limit: 'limited by',
    plan: 'plan',
    /** A quantity of a cluster, and over that of the reference. */
    asked: {
      time: 'days (80 %)',
      throughput: 'tokens/s (80 %)',
      per_chip: 'tokens/s a chip (80 %)',
      mfu: 'MFU % (80 %)',
      cost: 'USD (80 %)',
      energy: 'GWh (80 %)',
    },
    over: {
      time: (reference: string): string => `days / ${reference}'s (80 %)`,
      throughput: (reference: string): string => `rate / ${reference}'s (80 %)`,
      per_chip: (reference: string): string => `chips for one of ${reference} (80 %)`,
      mfu: (reference: string): string => `MFU / ${reference}'s (80 %)`,
      cost: (reference: string): string => `USD / ${reference}'s (80 %)`,
      energy: (reference: string): string => `energy / ${reference}'s (80 %)`,
    },
  },
  model: (name: string): string => `Model: ${name}`,
  of: (used: string, capacity: string): string => `${used} of ${capacity}`,
  between: (low: string, high: string): string => `(${low}–${high})`,
  notFit: 'does not fit',
  notFitting: (cluster: string, reason: string): string => `${cluster} does not fit: ${reason}.`,
  /** `overhead`: what there should be less of. */
  limited: (cluster: string, resource: string, gain: string, overhead: boolean): string =>
    `${cluster} is limited by ${resource}: 10 % ${overhead ? 'less' : 'more'} of it makes the same plan ${gain} faster.`,
  idle: (count: string, chips: string): string => `${count} of ${chips} chips stay idle in the best plan.`,
  legend:
    'MFU: model FLOPs against the dense BF16 peak of all chips. Days, cost and energy: the whole run, failures included. In a ratio what both clusters do not know alike cancels.',
};
