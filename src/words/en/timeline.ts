import { operations } from './operations';

const count = new Intl.NumberFormat('en');

/** Words about one simulated training step. */
export const timeline = {
  process: (cluster: string, rank: number): string => `${cluster}: pipeline rank ${rank}`,
  operation: (kind: string, microBatch: number, chunk: number): string =>
    `${kind}, micro-batch ${microBatch}, chunk ${chunk}`,
  lane: {
    compute: 'compute',
    scale_up: 'scale-up link',
    scale_out: 'NIC',
    send: 'stage-to-stage sends',
    data_parallel: 'data parallelism',
    sharding: 'parameter shards',
  },
  kind: operations,
  part: {
    passes_and_bubble: 'passes and bubble',
    sends: 'stage-to-stage sends',
    data_parallel_and_optimizer: 'data parallelism, optimizer, fixed',
  },
  cause: {
    schedule_share:
      'The closed form charges this schedule a fixed share of a pass; here forward, backward and weight gradients stand in another proportion.',
    uneven_stages:
      'The stages are not alike: the closed form charges the bubble of the mean rank, the simulation what each rank waits for.',
    remainder:
      'The number of micro-batches does not suit the schedule: interleaving takes another group size, DualPipe leaves gaps.',
    few_micro_batches: 'There are fewer micro-batches than the schedule is made for.',
    slow_sends:
      'Sends between stages are slow beside a pass, or the schedule hides them otherwise than the closed form assumes.',
    data_parallel:
      'Gradients and parameters of other ranks than the slowest pass under the bubble, and each rank has its own amount of them.',
  },
  shown: (drawn: number, all: number, until: string, from: string): string =>
    `${count.format(drawn)} of ${count.format(all)} operations are drawn: those that begin before ${until} or end after ${from}.`,
};
