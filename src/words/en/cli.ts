import { bottlenecksView } from './bottlenecks';
import { compare } from './cli-compare';
import { search } from './search';
import { uncertaintyView } from './uncertainty';
import { validate } from './validate';

/** Words of the command line. Units stand in the headers of tables. */
export const cli = {
  program: {
    about:
      'How fast, how long, at what cost and limited by what a Mixture-of-Experts model trains on a cluster.',
    examples: `
Examples:
  moe-capacity compare scenarios/glm5-ascend-vs-h100.yaml
  moe-capacity explain scenarios/glm5-ascend-vs-h100.yaml --cluster "16k H100"
  moe-capacity validate --json > validation.json

Exit codes: 0 answered (also "does not fit"), 2 bad input, 1 a bug, 130 stopped by Ctrl-C.`,
    run: 'answer the question in a scenario file, whatever its kind',
    compare: 'a row per cluster: best plan, tokens/s, days, MFU, memory, limit, cost, 80 % interval',
    explain: 'where the time and the memory go, and what more of each resource would buy',
    validate: 'predicted against measured throughput, point by point',
    kernels: "a chip's efficiency constants from its measured kernels",
    kernelFile: 'file of tests/device/measure.py (JSON)',
    claims: 'each claim, the computation that tests it, and the outcome',
    claimsFile: 'a claim of your own, or changed assumptions (assume: …); default: all claims as they are',
    claimsReport: 'write one self-contained page (HTML) to print or cite',
    claimsPage:
      'with --report: the address of the page that its links lead to; default ./, for a report beside the page’s index.html',
    notPage: 'expected a web address or a relative one, such as https://example.org/moe/ or ./',
    rules: 'each chip against each dated export rule, and the margin to each threshold',
    rulesFile:
      'a scenario (its chips), a rule of your own (over all chips) or a chip; default: the whole catalog',
    supply: 'stock and flow of chips over the years, and what can be trained with them by when',
    uncertainty: 'how sure the answer is, and what the doubt comes from',
    bottlenecks: 'which resource limits where, over two inputs that the file varies',
    parity: 'how many chips of one cluster equal another, and how that moves with what the file varies',
    search: 'the best plans of each cluster, why the next ones lost, and the flags for Megatron-Core',
    sweep: 'the table behind a plot: a row for each value that the file varies, planned anew',
    out: 'write the table to this file instead: .csv, .parquet or .json',
    shard: 'only every n-th row, from row i on (0 to n − 1); put together by merge',
    notShard: 'expected i/n with 0 ≤ i < n ≤ 10000, such as 0/7',
    merge: 'the whole table of the shards of a sweep, the same bytes as without shards',
    parts: 'the files of all shards, of one format',
    trace: "one simulated step of each cluster's best plan, as a summary or a file for Perfetto",
    traceOut: 'write the timeline to this file, in the Chrome trace format',
    exhaustive: 'try every plan instead of pruning by bounds; finds the same plans',
    top: 'how many of the best plans to show',
    objective:
      'best at: throughput; time of the whole run; its cost, over cluster sizes; fewest chips for the deadline',
    deadline: 'time that the whole run may take, such as "90 days"; for cost and chips',
    memoryMargin: 'share of the usable memory that must stay free, such as 10%',
    openPrecision: 'number formats to choose among, such as bf16,fp8; any: those of the stack on the chip',
    openDispatcher: 'expert dispatchers to choose among, such as alltoall,deepep; any: those of the stack',
    maxChips: 'the largest cluster to consider, for cost and chips; default: a million chips',
    notChips: (most: number): string => `expected a whole number from 1 to ${most}`,
    notTop: 'expected a whole number from 1 to 100',
    file: 'scenario file (YAML)',
    points: 'measured points (JSON); default: those that come with the program',
    json: 'print the report as JSON; SI units are in the names',
    jobs: 'worker threads to use; 1: none',
    allCores: 'all cores',
    seeHelp: 'See moe-capacity --help, or moe-capacity COMMAND --help.',
    cluster: 'only the cluster of this name',
    notJobs: 'expected a whole number from 1 to 256',
  },
  error: {
    expected: (what: string): string => `expected ${what}`,
    nearest: (name: string): string => `nearest: ${name}`,
    unreadable: (why: string): string => `cannot be read: ${why}`,
    readable: 'a file that can be read',
    why: {
      ENOENT: 'there is no such file',
      EACCES: 'permission denied',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a part of the path is not a folder',
      ENOSPC: 'no space is left',
    } as Readonly<Record<string, string>>,
    tooLarge: (bytes: string): string => `the file is larger than ${bytes}`,
    atMost: (bytes: string): string => `at most ${bytes}`,
    notText: 'the file is not UTF-8 text',
    text: 'a text file in UTF-8',
    bug: (message: string): string => `moe-capacity: internal error: ${message}`,
    hint: 'This is a bug in moe-capacity. Run again with MOE_CAPACITY_DEBUG=1 for details to report.',
  },
  progress: (kind: string, done: number, total: number, seconds: string): string =>
    `${kind}: ${done} of ${total} parts, ${seconds} s`,
  stopped: (done: number, total: number): string => `stopped: ${done} of ${total} parts were finished`,
  resource: {
    flops: 'computing rate',
    memory_bandwidth: 'memory bandwidth',
    scale_up_bandwidth: 'scale-up bandwidth',
    scale_out_bandwidth: 'scale-out bandwidth',
    latency_and_host: 'latency and host',
  },
  part: {
    compute: 'computing',
    scale_up: 'scale-up network',
    scale_out: 'scale-out network',
    bubble: 'pipeline bubble',
    host: 'host overhead',
    optimizer: 'optimizer',
    other: 'other (stragglers, fixed costs)',
  },
  memory: {
    parameters: 'parameters',
    gradients: 'gradients',
    optimizer: 'optimizer states',
    activations: 'activations',
    workspace: 'workspace',
    buffers: 'communication buffers, framework',
    total: 'total',
    capacity: 'usable',
  },
  compare,
  explain: {
    step: (seconds: string, batch: string, rate: string): string =>
      `One step: ${seconds} for ${batch} sequences, ${rate}.`,
    time: 'Where the time of a step goes',
    memory: 'Where the memory of the fullest rank goes',
    elasticity: 'What 1 % more of a resource gives, in % of tokens/s',
    work: 'Work on the busiest rank, overlapped work included',
    run: 'What the whole run rests on: days, cost and energy',
    head: {
      assumption: 'assumption',
      value: 'value',
      range: '80 %',
      part: 'part',
      seconds: 'seconds',
      share: '% of step',
      gigabytes: 'GB',
      ofUsable: '% of usable',
      resource: 'resource',
      fixed: 'same plan',
      replanned: 'best new plan',
      work: 'work',
    },
    runnerUp: (plan: string, slower: string): string => `Next best plan, ${slower} slower: ${plan}`,
  },
  validate,
  kernels: {
    title: 'Own measurements: seconds of kernels and of one MoE layer, from kernel curves',
    device: (name: string, date: string, runs: number, spread: string | null): string =>
      `${name}, ${date}: ${runs} ${runs === 1 ? 'run' : 'runs'}${spread === null ? '' : `; median difference between runs ${spread} %`}`,
    head: {
      points: 'points',
      count: 'count',
      mape: 'MAPE %',
      median: 'median %',
      worst: 'worst %',
      bias: 'bias %',
    },
    constants: (chip: string): string =>
      `Constants of ${chip} as measured, for a stack file or the stack of a scenario:`,
    evidence: (device: string): string => `measured kernels, ${device}`,
  },
  uncertainty: uncertaintyView,
  bottlenecks: bottlenecksView,
  parity: {
    head: {
      of: 'matched',
      equal: 'cluster',
      chips: 'chips',
      interval: '80 %',
      ratio: 'chips per chip',
      days: 'days',
      cost: 'cost ratio',
      energy: 'energy ratio',
      peak: 'BF16 peak',
      peak8: 'FP8 peak',
      tpp: 'TPP',
      bandwidth: 'HBM bandwidth',
      ours: 'this',
      plan: 'plan',
      active: 'active %',
    },
    conventions: 'Chips per chip by the usual conventions, and by re-optimised plans',
    curve: 'As the input varies',
    span: (low: string, high: string): string => `(${low}–${high})`,
    pair: (a: string, b: string): string => `${a} → ${b}`,
    none: (of: string, cluster: string, why: string): string => `${cluster} cannot match ${of}: ${why}.`,
    sentence: {
      throughput: (cluster: string, ratio: string, of: string, against: string): string =>
        `It takes ${ratio} chips of ${cluster} to train as fast as one of ${of}: ${against} times what peak BF16 rates say.`,
      deadline: (cluster: string, ratio: string, of: string, against: string): string =>
        `To be done in time, ${cluster} needs ${ratio} chips for each of ${of}: ${against} times what peak BF16 rates say.`,
      cost: (cluster: string, ratio: string, of: string, _: string): string =>
        `For what the run costs on ${of}, ${cluster} may have up to ${ratio} chips for each of its chips.`,
      energy: (cluster: string, ratio: string, of: string, _: string): string =>
        `For the energy of the run on ${of}, ${cluster} may have up to ${ratio} chips for each of its chips.`,
    },
    legend:
      'Chips: the smallest cluster in whole nodes that reaches the rate or the deadline under its own best plan; for cost and energy the largest whose run needs no more. Ratios of cost and energy are of whole runs. Intervals leave out what both clusters share.',
  },
  search,
  sweep: {
    wrote: (rows: string, file: string): string => `${rows} rows in ${file}`,
    noFormat: 'its name does not say in which format to write',
    formats: 'a name that ends in .csv, .parquet or .json',
    finished: (file: string): string => `${file} holds all rows of this shard already`,
  },
  merge: {
    notShard: 'this is not a shard of a sweep',
    expected: 'all files of sweep --shard i/n --out FILE of one scenario and one version',
    noRows: 'the shards have no rows',
    otherScenario: (file: string): string => `this shard is of another scenario or version than ${file}`,
    twice: (row: number, file: string): string => `row ${row} is in ${file} too`,
    missing: (first: number, count: number): string =>
      count === 1
        ? `row ${first} is in none of the files`
        : `row ${first} and ${count - 1} more are in none of the files`,
    notJson: 'these shards do not hold the whole report',
    json: 'shards in JSON, or --out with .csv or .parquet',
  },
  output: {
    unwritable: (why: string): string => `cannot be written: ${why}`,
    noFolder: (folder: string): string => `cannot be written: there is no folder ${folder}`,
    standard: 'standard output',
    taker: 'a file or program that takes it',
    writable: 'a file that can be written',
  },
  trace: {
    step: (simulated: string, closed: string, difference: string): string =>
      `One step: ${simulated} by event simulation, ${closed} by the closed form (${difference}).`,
    pipeline: (ranks: number, chunks: number, microBatches: number): string =>
      `${ranks} pipeline ${ranks === 1 ? 'rank' : 'ranks'}, ${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}, ${microBatches} micro-${microBatches === 1 ? 'batch' : 'batches'}.`,
    idle: (bubble: string, exposed: string): string =>
      `Mean over the ranks: ${bubble} of the step idle, ${exposed} waiting for communication that nothing hides.`,
    agreement: 'The step by both ways, seconds',
    ranks: 'Where the time of each pipeline rank goes, % of the step',
    head: {
      part: 'part',
      closed: 'closed form',
      simulated: 'simulated',
      difference: '% of step',
      rank: 'rank',
      compute: 'compute',
      scale_up: 'scale-up',
      scale_out: 'NIC',
      host: 'host',
      data_parallel: 'DP',
      optimizer: 'optimizer',
      fixed: 'fixed',
      bubble: 'bubble',
    },
    infeasible: (reason: string): string => `No plan fits: ${reason}`,
    wrote: (operations: string, file: string): string =>
      `${operations} operations in ${file}; open it at ui.perfetto.dev.`,
  },
  supply: {
    deliveries: 'What a chip delivers over a whole run, losses included',
    perChip: 'tokens/s (80 %)',
    flopPerChip: 'model FLOP/s',
    year: 'year',
    chips: 'chips (80 %)',
    delivered: 'training share delivers',
    runs: 'runs a year (80 %)',
    from: (path: string): string => `Where the chips of ${path} come from, at the end`,
    share: 'of delivered FLOP/s',
    source: 'source',
    legend:
      'One run is on one kind of chip; runs a year count all kinds. Intervals: 500 draws of all that is given with bounds and of what a chip delivers.',
  },
  vary: {
    head: { rate: 'tokens/s (80 %)', days: 'days', step: 'step s' },
  },
};
