/** Words about maps of bottlenecks. */
export const bottlenecks = {
  example: 'a `study` entry such as {kind: bottleneck_map}, with two inputs in `vary`',
  notTwo: 'a map is over two inputs with two numbers each or more',
  two: 'two inputs with ranges or lists of numbers, not sampled',
};

/** Words of the command's tables. */
export const bottlenecksView = {
  letter: {
    flops: 'C',
    memory_bandwidth: 'M',
    scale_up_bandwidth: 'U',
    scale_out_bandwidth: 'O',
    latency_and_host: 'L',
  },
  nothing: '–',
  title: (cluster: string, across: string): string => `${cluster}, across: ${across}`,
  legend: (letters: string): string =>
    `A cell names the resource of which 1 % more gives most, and how much of 1 % it gives, the plan held: ${letters}.`,
};
