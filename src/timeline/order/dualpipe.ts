import { BACKWARD, createOrder, FORWARD, INPUT_GRADIENT, type Order, push, WEIGHT_GRADIENT } from './types';

/** The two streams of passes that meet on a rank: its chunk in each, and which micro-batches take it. */
interface Stream {
  chunk: number;
  /** First micro-batch, and how many there are. */
  first: number;
  count: number;
}

/**
 * The eight steps of DualPipe (deepseek-ai/DualPipe, `step`): `half` ranks from the fold outwards, this one at `place`
 * from the outer end; `each` micro-batches pass in either stream. Passes of micro-batches that there are none of are
 * left out: that is how fewer than the published least, or an odd number, are run.
 */
function eightSteps(
  half: number,
  place: number,
  each: number,
  streams: readonly [Stream, Stream],
  main: number,
  parted: boolean,
): Order {
  const order = createOrder();
  const forwards = [0, 0];
  const backwards = [0, 0];
  const pending: [stream: number, index: number][] = [];
  const has = (s: number, i: number) => i < streams[s].count && i < each;
  const put = (pass: number, s: number, i: number, paired = 0) =>
    push(order, pass, streams[s].chunk, streams[s].first + i, paired);
  const forward = (s: number) => {
    const i = forwards[s]++;
    if (has(s, i)) put(FORWARD, s, i);
  };
  const backward = (s: number, apart: boolean) => {
    const i = backwards[s]++;
    if (apart) pending.push([s, i]);
    if (has(s, i)) put(apart ? INPUT_GRADIENT : BACKWARD, s, i);
  };
  const weight = () => {
    const next = pending.shift();
    if (next && has(...next)) put(WEIGHT_GRADIENT, ...next);
  };
  const both = (s: number, t: number) => {
    const i = forwards[s]++;
    const j = backwards[t]++;
    if (has(s, i)) put(FORWARD, s, i, has(t, j) ? 1 : 0);
    if (has(t, j)) put(BACKWARD, t, j);
  };
  const repeat = (times: number, work: (i: number) => void) => {
    for (let i = 0; i < times; i++) work(i);
  };
  repeat(2 * (half - place - 1), () => forward(0));
  repeat(place + 1, () => {
    forward(0);
    forward(1);
  });
  repeat(half - place - 1, () => {
    backward(1, true);
    weight();
    forward(1);
  });
  repeat(main, (i) => {
    if (i === 0 && parted) {
      forward(0);
      backward(1, false);
    } else both(0, 1);
    both(1, 0);
  });
  repeat(half - place - 1, () => {
    backward(1, false);
    both(1, 0);
  });
  let apart = false;
  repeat(place + 1, (i) => {
    const middle = i === Math.floor((place + 1) / 2);
    if (middle && place % 2 === 1) apart = true;
    backward(1, apart);
    if (middle && place % 2 === 0) apart = true;
    backward(0, apart);
  });
  repeat(half - place - 1, () => {
    weight();
    backward(0, true);
  });
  repeat(place + 1, weight);
  return order;
}

/** DualPipe: micro-batches enter at both ends; stage i and its mirror image are on one rank. */
export function dualPipe(pp: number, m: number, rank: number): Order {
  const half = pp / 2;
  const place = Math.min(rank, pp - 1 - rank);
  const forwards = Math.ceil(m / 2);
  const each = Math.max(forwards, pp);
  const down = { chunk: rank, first: 0, count: forwards };
  const back = { chunk: pp - 1 - rank, first: forwards, count: m - forwards };
  const middle = place === half - 1;
  const streams = rank < half ? ([down, back] as const) : ([back, down] as const);
  return eightSteps(half, place, each, streams, each - pp + place + 1, middle);
}

/** DualPipeV: one direction through 2p chunks that fold back, so that a rank holds both ends. */
export function dualPipeV(pp: number, m: number, rank: number): Order {
  const each = Math.max(m, 2 * pp);
  const streams = [rank, 2 * pp - 1 - rank].map((chunk) => ({ chunk, first: 0, count: m }));
  return eightSteps(pp, rank, each, [streams[0], streams[1]], each - 2 * pp + rank + 1, rank === pp - 1);
}
