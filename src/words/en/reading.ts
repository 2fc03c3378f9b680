import { clusters } from './reading-clusters';

/** Sentences that read a result back, made of its numbers. */
export const reading = {
  list: (items: readonly string[]): string =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  between: (low: string, high: string): string => `80 %: ${low} to ${high}`,
  noneFits: 'No cluster can train it.',
  notFit: (cluster: string, reason: string): string => `${cluster} cannot train it: ${reason}.`,
  ...clusters,
  limit: (resource: string, clusters: string): string => `${resource} holds ${clusters} back most`,
  /** `each` from `limit`. */
  limits: (each: readonly string[]): string => `${each.join('; ')}.`,
  extremes: (cheap: string, cost: string, frugal: string, energy: string): string =>
    cheap === frugal
      ? `${cheap} is cheapest (${cost}) and uses the least energy (${energy}).`
      : `${cheap} is cheapest (${cost}); ${frugal} uses the least energy (${energy}).`,
  goodputFloor: (clusters: string, floor: string): string =>
    `On ${clusters} failures come so often that almost nothing would be left of the time; that ${floor} of the time is taken to train is an assumption, as nobody would let such a run go on.`,
  /** Sweeps. */
  /** Inputs whose key is not their name with spaces in it. */
  inputs: {
    scale_up_bandwidth: 'scale-up bandwidth',
    scale_out_bandwidth: 'scale-out bandwidth',
    top_k: 'top-k',
    pue: 'PUE',
  } as Readonly<Record<string, string>>,
  ofCluster: (cluster: string, input: string): string => `${cluster}: ${input}`,
  /** "64 experts". */
  amountOf: (amount: string, input: string): string => `${amount} ${input}`,
  sureTo: (value: string, interval: string): string => `${value} (${interval})`,
  /** `each` from `stepTo`. */
  steps: (cluster: string, base: string, each: readonly string[]): string =>
    `On ${cluster}, the rate against ${base}: ${each.join(', ')}.`,
  at: (rate: string, days: string, place: string): string => `${rate}, ${days} at ${place}`,
  stepTo: (change: string, place: string): string => `${change} at ${place}`,
  timeChange: (change: string): string => `the time ${change}`,
  bestOf: (input: string, each: readonly string[]): string =>
    `With the best ${input} for each: ${each.join(', ')}.`,
  halves: (cluster: string, at: string): string => `The rate of ${cluster} halves at about ${at}.`,
  shareDoubt:
    'What is not known is mostly the same at all points, so that their ratios are surer than their intervals.',
  curve: (cluster: string, from: string, to: string, before: string, after: string, change: string): string =>
    `${cluster} goes from ${before} at ${from} to ${after} at ${to} (${change}).`,
  change: (percent: string, up: boolean): string => `${percent} ${up ? 'more' : 'less'}`,
  unchanged: 'no change',
  crossing: (cluster: string, at: string, before: string, after: string): string =>
    `On ${cluster} the limit turns from ${before} to ${after} at ${at}.`,
  peakAt: (cluster: string, at: string, rate: string): string =>
    `${cluster} is fastest at ${at}, with ${rate}.`,
  best: (cluster: string, rate: string, days: string, place: string): string =>
    `${cluster} is fastest, with ${rate} and ${days}, at ${place}`,
  bestOnly: (best: string): string => `${best}.`,
  bestAndWorst: (best: string, worst: string): string => `${best}, ${worst}.`,
  worst: (rate: string, days: string, place: string, ratio: string): string =>
    `and slowest, with ${rate} and ${days}, at ${place}: ${ratio} times as long`,
  matters: (input: string, factor: string, others: string): string =>
    `What matters most is ${input}: between its values the time differs ${factor} times${others}.`,
  others: (each: readonly string[]): string => `, against ${each.join(', ')}`,
  input: (name: string, factor: string): string => `${factor} times for ${name}`,
  limitRows: (cluster: string, parts: readonly string[]): string =>
    `On ${cluster} the limit is ${parts.join(', ')}.`,
  limitThroughout: (cluster: string, resource: string): string =>
    `On ${cluster} the limit is ${resource} throughout.`,
  limitAt: (resource: string, places: string): string => `${resource} at ${places}`,
  inRows: (resource: string, rows: string): string => `${resource} in ${rows} rows`,
  notFitting: (rows: string, of: string): string => `${rows} of ${of} rows do not fit.`,
  repeated: (column: string, steps: string): string =>
    `${column} is a whole number: ${steps} ${steps === '1' ? 'step of its range comes' : 'steps of its range come'} to the same as another, and each value stands once.`,
  undefinedCells: (column: string, rows: string, of: string): string =>
    `${column} is no finite number in ${rows} of the ${of} rows that fit; its cells there are empty.`,
  /** Rules. */
  cap: (cap: string, percent: string): string => `${percent} with ${cap}`,
  caps: (cluster: string, before: string, parts: string): string =>
    `Of the ${before} of ${cluster} there remain ${parts}.`,
  capsRest: (count: number): string =>
    count === 1 ? 'The other cap takes less than 1 %.' : `The other ${count} take less than 1 % each.`,
  capsNothing: (clusters: string): string => `No cap takes 1 % of the throughput of ${clusters}.`,
  capHardest: (cluster: string, cap: string, percent: string): string =>
    `The caps cost ${cluster} most: “${cap}” leaves ${percent} of its throughput.`,
  capElsewhere: (parts: string): string => `Elsewhere the hardest cap leaves ${parts}.`,
  capOf: (cluster: string, cap: string, percent: string): string => `${percent} of ${cluster} (“${cap}”)`,
  capNone: (cluster: string, caps: string): string => `With ${caps}, ${cluster} cannot train the model.`,
  unknown: 'an unknown part',
  memoryOf: (rate: string): string => `${rate} of memory`,
  linksOf: (rate: string): string => `${rate} of scale-up links`,
  legalAgainst: (model: string, percent: string): string =>
    `Of ${model} the rules leave ${percent} of what the best chip for it without rules does.`,
  noLegalChip: (cluster: string): string => `The rules leave no chip for ${cluster}.`,
  legalChip: (
    cluster: string,
    chip: readonly string[],
    rate: string,
    most: string,
    own: string,
    tried: string,
  ): string =>
    `For ${cluster} the best of ${tried} legal chips has ${chip.join(', ')} and trains at ${rate}: ${most} of what the best chip without rules does, ${own} times what the cluster's own does.`,
  /** What keeps the figures of the best legal chip from being more. */
  figure: {
    bf16: 'FLOP/s',
    memory: 'memory size',
    memory_bandwidth: 'memory bandwidth',
    scale_up: 'scale-up links',
    scale_out: 'scale-out links',
  },
  ruleName: (name: string): string => name,
  ownRule: 'what the study forbids',
  boundBy: (cluster: string, rules: string): string => `The chip for ${cluster} is bound by ${rules}.`,
  boundOf: (rule: string, figures: string): string => `“${rule}” (${figures})`,
  unbound: (cluster: string): string => `No rule binds the chip for ${cluster}.`,
  atLimit: (figures: string, more: boolean): string =>
    `What can be built sets its ${figures}${more ? ', not a rule' : ''}.`,
  /** Supply. */
  never: 'not by then',
  target: (model: string, flop: string, time: string): string =>
    `The run is one of ${flop}, as for ${model}, in ${time}.`,
  stock: (
    path: string,
    year: string,
    chips: string,
    chips80: string,
    flop: string,
    runs: string,
    runs80: string,
  ): string =>
    `At ${year}, ${path} has ${chips} chips (${chips80}), whose training share delivers ${flop}: ${runs} such runs a year (${runs80}).`,
  share: (percent: string, cluster: string): string => `${percent} from ${cluster}`,
  shares: (parts: string): string => `Of that, ${parts}.`,
  reached: (path: string, year: string, interval: string): string =>
    `${path} can train one from ${year} on (${interval}).`,
  reachedAtOnce: (path: string, year: string): string =>
    `${path} can train one from the beginning of the account on, ${year}, at both ends of the 80 % interval.`,
  delivers: (second: string, first: string, times: string, interval: string): string =>
    `At the end ${second} delivers ${times} times what ${first} does (${interval}).`,
  notReached: (path: string, share: string): string =>
    `${path} cannot train one by then (it can in ${share} of the draws).`,
  lag: (second: string, first: string, years: string, behind: boolean, interval: string): string =>
    `${second} is ${years} years ${behind ? 'behind' : 'ahead of'} ${first} (${interval}).`,
  sameTime: (first: string, second: string): string => `${first} and ${second} get there at the same time.`,
  moreThan: (second: string, first: string, years: string): string =>
    `${second} is more than ${years} years behind ${first}.`,
  noLag: (first: string, second: string): string =>
    `How far ${second} is from ${first} cannot be said: neither gets there.`,
  /** Uncertainty. */
  sure: (cluster: string, median: string, low: string, high: string, days: string, between: string): string =>
    `${cluster} trains at ${median} in the median, ${low} to ${high} in 80 % of the samples, and takes ${days} (${between}).`,
  sureRatio: (first: string, median: string, between: string): string =>
    `Its rate is ${median} times that of ${first} (${between}).`,
  doubt: {
    rate: (factor: string, share: string): string =>
      `The largest part of the doubt about its rate comes from ${factor} (${share} of the variance).`,
    days: (factor: string, share: string): string =>
      `The largest part of that about its days comes from ${factor} (${share}).`,
  },
  neverFits: (cluster: string): string => `No sample of ${cluster} has a plan that fits.`,
  /** Maps. */
  mapNothing: (cluster: string): string => `Nothing fits on ${cluster} anywhere on the map.`,
  mapShare: (resource: string, share: string): string => `${resource} on ${share} of the map`,
  mapOf: (cluster: string, parts: string): string => `In all, ${cluster} is limited by ${parts}.`,
  /** `each` from `mapBetween`. */
  mapTurn: (cluster: string, along: string, from: string, to: string, each: readonly string[]): string =>
    `On ${cluster}, along ${along}, the limit turns from ${from} to ${to} ${each.join(', ')}.`,
  mapBetween: (low: string, high: string, at: string): string => `between ${low} and ${high} at ${at}`,
  mapAt: (x: string, y: string): string => `${x} and ${y}`,
  mapIslands: (cells: readonly string[], plans: boolean): string =>
    plans
      ? `Single cells stand out (${cells.join('; ')}): the fastest plan there is another than beside them, with another limit.`
      : `Single cells stand out (${cells.join('; ')}): another plan is the fastest there, or two resources are nearly level.`,
  /** Matches. */
  noBound: 'no size',
  noParity: (cluster: string, of: string, reason: string): string =>
    `No size of ${cluster} equals ${of}: ${reason}.`,
  parityBy: {
    throughput: 'in throughput',
    deadline: 'in keeping the deadline',
    cost: 'in cost',
    energy: 'in energy',
  },
  parity: (
    chips: string,
    cluster: string,
    of: string,
    matched: string,
    by: string,
    interval: string,
  ): string => `${chips} chips of ${cluster} equal ${of} of ${matched} ${by}${interval && ` (${interval})`}.`,
  /** A further cluster that equals the same, and after it the like of `convention`. */
  parityAlso: (chips: string, cluster: string, interval: string): string =>
    `So do ${chips} of ${cluster}${interval && ` (${interval})`}, `,
  conventionAlso: {
    more: (ratio: string, peak: string): string => `${ratio} for one, more than ${peak} by their peaks.`,
    fewer: (ratio: string, peak: string): string => `${ratio} for one, fewer than ${peak} by their peaks.`,
    same: (ratio: string, _peak: string): string => `${ratio} for one, as by their peaks.`,
  },
  convention: {
    more: (ratio: string, peak: string): string =>
      `That is ${ratio} for one, more than the ${peak} that their peaks say.`,
    fewer: (ratio: string, peak: string): string =>
      `That is ${ratio} for one, fewer than the ${peak} that their peaks say.`,
    same: (ratio: string, _peak: string): string => `That is ${ratio} for one, as their peaks say.`,
  },
  parityDeadline: (time: string, cluster: string, chips: string, interval: string): string =>
    `To be done in ${time}, ${cluster} needs ${chips} chips${interval && ` (${interval})`}.`,
  memoryFloor: (cluster: string): string =>
    `A smaller cluster of ${cluster} does not hold the model: memory sets this count, not speed.`,
  costs: (p: {
    cluster: string;
    there: string;
    of: string;
    here: string;
    percent: string;
    more: boolean;
    interval: string;
  }): string =>
    `The run costs ${p.there} on ${p.cluster} against ${p.here} on ${p.of}, ${p.percent} ${p.more ? 'more' : 'less'} (ratio, ${p.interval}).`,
  sameCost: (cluster: string, of: string, cost: string): string =>
    `The run costs the same on ${cluster} and ${of}, ${cost}.`,
  parityCurve: (cluster: string, least: string, at: string, most: string, there: string): string =>
    `Over the curve it takes from ${least} of ${cluster} for one at ${at} to ${most} at ${there}.`,
  derived: (
    name: string,
    cluster: string,
    low: string,
    lowAt: string,
    high: string,
    highAt: string,
  ): string =>
    low === high
      ? `${name} of ${cluster} is ${low} throughout.`
      : `${name} of ${cluster} runs from ${low} at ${lowAt} to ${high} at ${highAt}.`,
};
