/** Words of the memory view. */
export const memory = {
  fits: (
    cluster: string,
    used: string,
    usable: string,
    nominal: string,
    free: string,
    most: string,
    share: string,
  ) =>
    `On ${cluster} the best plan fills ${used} of the ${usable} that a job can use of a chip’s ${nominal} (${free} free); the largest part is ${most}, ${share} of it.`,
  /** `each` from `fill`. */
  lead: (each: readonly string[]) =>
    `Of the memory that a job can use of a chip, the best plan fills ${each.join(', ')}.`,
  fill: (used: string, usable: string, cluster: string) => `${used} of ${usable} on ${cluster}`,
  noFit: (cluster: string, reason: string) => `${cluster}: ${reason}.`,
  planHeading: 'How the memory is divided',
  planText:
    'The plan decides how parameters, gradients, optimizer state and activations are spread over the chips.',
  cluster: 'Cluster',
  plan: 'Plan',
  free: 'Free',
};
