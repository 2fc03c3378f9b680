/** Why the closed form and the simulation of a step differ. */
export const timelineCauses = {
  schedule_share:
    'The closed form charges this schedule a fixed share of a pass as its bubble; here forward, backward and weight gradients stand in another proportion.',
  uneven_stages:
    'The stages are not alike: the closed form charges the bubble of the mean rank, the simulation what each rank waits for.',
  remainder:
    'The number of micro-batches does not suit the schedule: interleaving takes another group size, DualPipe leaves gaps.',
  few_micro_batches: 'There are fewer micro-batches than the schedule is made for.',
  slow_sends:
    'Sends between stages are slow beside a pass, or hidden by ranks that have time to spare, which the closed form does not count on.',
  data_parallel:
    'Gradients and parameters of ranks other than the slowest pass under the bubble, and each rank has its own amount of them.',
};
