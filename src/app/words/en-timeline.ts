import { operationsInEnglish } from '../../words';

/** Words of the timeline view. */
export const timeline = {
  lead: (p: { cluster: string; step: string; bubble: string; exposed: string }) =>
    `On ${p.cluster} one step takes ${p.step}. On average a pipeline rank idles ${p.bubble} of it and waits ${p.exposed} of it for communication that nothing hides.`,
  noPlan: (cluster: string, reason: string) => `On ${cluster} no plan fits: ${reason}.`,
  agrees: (closed: string, difference: string) =>
    `The closed form, which searches and sweeps, says ${closed}: the simulation is ${difference}.`,
  longer: (share: string) => `${share} longer`,
  shorter: (share: string) => `${share} shorter`,
  equal: 'equally long',
  plan: (plan: string, microBatches: string) => `Plan: ${plan}; ${microBatches} micro-batches a step.`,
  gantt: 'What each pipeline rank does, and when',
  ganttNote:
    'Simulated event by event: each rank takes its passes in the order of the schedule as soon as their inputs are there. Durations are those of the closed form; transfers that want one link at the same time are not shared out between them. A pipeline rank stands for all chips of its stage.',
  ganttLabel: (ranks: number, step: string) =>
    `Timeline of ${ranks} pipeline ${ranks === 1 ? 'rank' : 'ranks'} over ${step}. The table holds the same.`,
  help: 'Drag or use ← → to move, + and − (or Ctrl with the wheel, or two fingers) to zoom, Home for the whole step; ↑ ↓ choose a lane and N, P its next and previous operation.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole step',
  fill: 'First micro-batches',
  perfetto: 'Download Perfetto trace',
  png: 'PNG',
  table: 'Operations as a table',
  plot: 'Timeline',
  tableCaption: (from: string, to: string) => `Operations from ${from} to ${to}`,
  tableMore: (shown: string, all: string) => `The first ${shown} of ${all}; zoom in for the rest.`,
  shown: (until: string, from: string, drawn: string, all: string) =>
    `${drawn} of ${all} operations are drawn: the step before ${until} and after ${from}.`,
  leftOut: 'not drawn',
  rank: (rank: number) => `rank ${rank}`,
  rankShort: (rank: number) => `${rank}`,
  bubble: 'bubble (idle)',
  lanes: (names: readonly string[]) => `Lanes of a rank from the top: ${names.join(', ')}.`,
  hidden: 'Pale: hidden under compute',
  exposed: 'striped: nothing hides it.',
  at: (start: string, length: string) => `from ${start}, for ${length}`,
  microBatch: (microBatch: number, chunk: number) => `micro-batch ${microBatch}, chunk ${chunk}`,
  overNic: 'over the NIC',
  notHidden: 'not hidden',
  head: {
    rank: 'Rank',
    lane: 'Lane',
    operation: 'Operation',
    microBatch: 'Micro-batch',
    chunk: 'Chunk',
    start: 'Start (s)',
    length: 'Length (s)',
    exposed: 'Exposed',
  },
  yes: 'yes',
  no: 'no',
  lane: {
    compute: 'compute',
    scale_up: 'scale-up',
    scale_out: 'NIC',
    send: 'sends',
    data_parallel: 'DP',
    sharding: 'shards',
  },
  kind: operationsInEnglish,
  ranks: {
    title: 'Where the time of each pipeline rank goes',
    note: 'Shares of the simulated step. Sends between stages are in the bubble that they lengthen.',
    rank: 'Pipeline rank',
    axis: '% of the step',
    parts: {
      compute: 'compute',
      scale_up: 'waiting for scale-up',
      scale_out: 'waiting for the NIC',
      host: 'waiting for the host',
      data_parallel: 'data parallelism, exposed',
      once: 'optimizer and fixed cost',
      bubble: 'bubble',
    },
  },
  agreement: {
    title: 'The step by simulation and by the closed form',
    table: 'Seconds of each part by both ways',
    part: 'Part',
    closed: 'Closed form',
    simulated: 'Simulated',
    difference: '% of the step',
    parts: {
      passes_and_bubble: 'passes and bubble',
      sends: 'sends between stages',
      data_parallel_and_optimizer: 'data parallelism, optimizer, fixed cost',
    },
    sum: 'step',
  },
  cause: {
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
  },
};
