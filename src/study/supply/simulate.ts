import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { quantileSorted } from 'simple-statistics';
import type { FlatSupply } from '../../catalog';
import type { Interval80 } from '../../run';
import { SECONDS_PER_DAY } from '../../units';
import { CENTRAL, chipsOverTime, movement, type Places, quantile, STEPS_PER_YEAR } from './stock';
import type { Delivery, SupplyPath, SupplyPoint, SupplyReport } from './types';

const SAMPLES = 500;
const SEED = 1;
const RESOLUTION = 2 ** 30;
const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
/** Of the chips, where a scenario gives no `training_share`. */
const TRAINING_SHARE = { low: 0.3, central: 0.4, high: 0.5 };
const RUN_TIME_SECONDS = 90 * SECONDS_PER_DAY;

/** One draw of a path: chips and delivered FLOP/s by quarter, of each flow as well, and when it is enough. */
interface Draw {
  chips: Float64Array;
  delivered: Float64Array;
  flows: { chips: Float64Array; delivered: number }[];
  reached: number | null;
}

type Place = () => number;
type Flow = FlatSupply['paths'][number]['flows'][number];

/** Where what is not known of a flow stands in a draw. A flow that several paths have is one and the same in all. */
function placing(place: Place): (flow: Flow) => Places {
  const known = new Map<string, Places>();
  return (flow) => {
    const key = JSON.stringify(flow);
    const places = known.get(key) ?? {
      stock: place(),
      supply: place(),
      yield: place(),
      hbm: place(),
      attrition: place(),
    };
    known.set(key, places);
    return places;
  };
}

function drawPath(
  path: FlatSupply['paths'][number],
  study: FlatSupply,
  deliveries: ReadonlyMap<string, Delivery>,
  needed: number,
  placesOf: (flow: Flow) => Places,
  shares: { training: number; run: number },
  rates: ReadonlyMap<string, number>,
): Draw {
  const steps = Math.max(1, Math.round((study.to - study.from) * STEPS_PER_YEAR));
  const chips = new Float64Array(steps + 1);
  const delivered = new Float64Array(steps + 1);
  /** Of the kind of chips that delivers most: one run is on one kind. */
  const largest = new Float64Array(steps + 1);
  const flows = path.flows.map((flow) => {
    const own = chipsOverTime(flow, study.from, steps, placesOf(flow));
    const delivery = deliveries.get(flow.cluster);
    const flop = (rates.get(flow.cluster) ?? 0) * (delivery?.model_flops_per_token ?? 0) * shares.training;
    for (let step = 0; step <= steps; step++) {
      chips[step] += own[step];
      delivered[step] += own[step] * flop;
      largest[step] = Math.max(largest[step], own[step] * flop);
    }
    return { chips: own, delivered: own[steps] * flop };
  });
  return { chips, delivered, flows, reached: crossing(largest, needed / shares.run, study.from) };
}

/** When a rising or falling curve first reaches the value, between two quarters by a straight line. */
function crossing(values: Float64Array, needed: number, from: number): number | null {
  if (values[0] >= needed) return from;
  for (let step = 1; step < values.length; step++) {
    if (values[step] < needed) continue;
    const share = (needed - values[step - 1]) / (values[step] - values[step - 1]);
    return from + (step - 1 + share) / STEPS_PER_YEAR;
  }
  return null;
}

/** Stock, delivered FLOP/s, runs and dates of each path, with intervals from draws of all that is not known. */
export function simulate(
  study: FlatSupply,
  deliveries: readonly Delivery[],
): Pick<SupplyReport, 'target_flop' | 'run_time_s' | 'paths' | 'lags'> {
  const [first] = deliveries;
  const targetFlop = study.target_flop ?? first.model_flops_per_token * first.tokens;
  const runTime = study.run_time ?? RUN_TIME_SECONDS;
  const needed = targetFlop / runTime;
  const byCluster = new Map(deliveries.map((delivery) => [delivery.cluster, delivery]));
  const random = xoroshiro128plus(SEED);
  const uniform: Place = () => (uniformInt(random, 0, RESOLUTION - 1) + 0.5) / RESOLUTION;
  const draw = (place: Place): Draw[] => {
    const shares = {
      training: quantile(study.training_share ?? TRAINING_SHARE, place()),
      run: study.run_share ? Math.max(1e-6, quantile(study.run_share, place())) : 1,
    };
    const rates = new Map(deliveries.map((delivery) => [delivery.cluster, rateAt(delivery, place())]));
    const placesOf = placing(place);
    return study.paths.map((path) => drawPath(path, study, byCluster, needed, placesOf, shares, rates));
  };
  const central = draw(() => CENTRAL.stock);
  const samples = Array.from({ length: SAMPLES }, () => draw(uniform));
  const perYear = SECONDS_PER_YEAR / targetFlop;
  const paths = study.paths.map((path, index): SupplyPath => {
    const own = samples.map((sample) => sample[index]);
    const { chips, delivered, flows, reached } = central[index];
    const points = Array.from(chips, (count, step): SupplyPoint => {
      const flop80 = interval(own.map((one) => one.delivered[step]));
      return {
        year: study.from + step / STEPS_PER_YEAR,
        chips: count,
        chips80: interval(own.map((one) => one.chips[step])),
        delivered_flop_per_s: delivered[step],
        delivered_flop_per_s80: flop80,
        runs_per_year: delivered[step] * perYear,
        runs_per_year80: [flop80[0] * perYear, flop80[1] * perYear],
      };
    });
    const total = flows.reduce((sum, flow) => sum + flow.delivered, 0);
    return {
      name: path.name,
      points,
      flows: path.flows.map((flow, at) => ({
        cluster: flow.cluster,
        chips: flows[at].chips[chips.length - 1],
        delivered_share: total > 0 ? flows[at].delivered / total : 0,
        source: flow.source ?? null,
        points: Array.from(flows[at].chips, (count, step) => ({
          year: study.from + step / STEPS_PER_YEAR,
          chips: count,
          ...movement(flow, flows[at].chips, step),
        })),
      })),
      reached_year: reached,
      reached_year80: dates(own.map((one) => one.reached)),
      reached_share: own.filter((one) => one.reached !== null).length / own.length,
    };
  });
  const lags = study.paths.slice(1).map(({ name }, at) => ({
    first: study.paths[0].name,
    second: name,
    years: later(central[0].reached, central[at + 1].reached),
    years80: dates(samples.map((sample) => later(sample[0].reached, sample[at + 1].reached))),
    ...timesAsMuch(central, samples, at + 1),
  }));
  return { target_flop: targetFlop, run_time_s: runTime, paths, lags };
}

/** What a path delivers at the end over what the first does; none where the first delivers nothing. */
function timesAsMuch(central: readonly Draw[], samples: readonly (readonly Draw[])[], at: number) {
  const end = ({ delivered }: Draw) => delivered[delivered.length - 1];
  const ratio = (draws: readonly Draw[]) => end(draws[at]) / end(draws[0]);
  const some = Number.isFinite(ratio(central));
  return {
    delivered_ratio: some ? ratio(central) : null,
    delivered_ratio80: some ? interval(samples.map(ratio)) : null,
  };
}

/** Tokens per second and chip at a quantile of what the cluster may deliver. */
const rateAt = ({ tokens_per_second_per_chip: central, interval80: [low, high] }: Delivery, place: number) =>
  quantile({ low, central, high }, place);

const later = (first: number | null, second: number | null): number | null =>
  first === null || second === null ? null : second - first;

function interval(values: readonly number[]): Interval80 {
  const sorted = [...values].sort((a, b) => a - b);
  return [quantileSorted(sorted, 0.1), quantileSorted(sorted, 0.9)];
}

/** 10th and 90th percentile where what is never reached counts as last. */
function dates(values: readonly (number | null)[]): [number | null, number | null] {
  const [low, high] = interval(values.map((value) => value ?? Number.POSITIVE_INFINITY));
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  return [orNull(low), orNull(high)];
}
