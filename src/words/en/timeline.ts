import { operations } from './operations';
import { timelineCauses } from './timeline-causes';

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
  cause: timelineCauses,
  shown: (drawn: number, all: number, until: string, from: string): string =>
    `${count.format(drawn)} of ${count.format(all)} operations are drawn: those that begin before ${until} or end after ${from}.`,
};
