import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bubblePasses, leastMicroBatches, SCHEDULES, type Schedule } from '../../src/step';
import { lockstepOperations } from '../../src/step/lockstep';
import { exposedSends } from '../../src/step/schedule';
import { BACKWARD, FORWARD, WEIGHT_GRADIENT } from '../../src/timeline/order';
import { type Pipeline, simulate } from '../../src/timeline/simulate';
import { simulateLockstep } from '../../src/timeline/simulate-lockstep';

interface Uniform {
  schedule: Schedule;
  pp: number;
  vpp: number;
  m: number;
  /** Seconds of a rank's forward pass, input and weight gradient, and of a send beside a chunk's forward pass. */
  f: number;
  b: number;
  w: number;
  send: number;
}

const chunksOf = ({ schedule, pp, vpp }: Uniform) => (schedule === 'dualpipev' ? 2 * pp : pp * vpp);

function pipelineOf(x: Uniform, stretch: (chunk: number) => number = () => 1): Pipeline {
  const chunks = chunksOf(x);
  const perRank = chunks / x.pp;
  const pass = Float64Array.from(
    { length: 3 * chunks },
    (_, i) => (stretch(Math.floor(i / 3)) * [x.f, x.b, x.w][i % 3]) / perRank,
  );
  const { schedule, pp, vpp } = x;
  const ready = new Float64Array(pp);
  return { schedule, pp, vpp, chunks, pass, send: (x.send * x.f) / perRank, ready, lockstep: false };
}

/** Any pipeline that its schedule runs, micro-batches in rounds of the pipeline where `whole` is asked for. */
const uniform = (schedules: readonly Schedule[], whole: boolean): fc.Arbitrary<Uniform> =>
  fc
    .record({
      schedule: fc.constantFrom(...schedules),
      half: fc.integer({ min: 1, max: 6 }),
      vpp: fc.integer({ min: 2, max: 4 }),
      rounds: fc.integer({ min: 2, max: 6 }),
      rest: fc.integer({ min: 0, max: 11 }),
      f: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
      b: fc.double({ min: 1, max: 1.5, noNaN: true }),
      w: fc.double({ min: 0.5, max: 1, noNaN: true }),
      send: fc.double({ min: 0, max: 0.1, noNaN: true }),
    })
    .map(({ half, rounds, rest, vpp, ...x }) => {
      const pp = 2 * half;
      const m = whole ? rounds * pp : Math.max(leastMicroBatches(x.schedule, pp), (rounds - 1) * pp + rest);
      return { ...x, pp, m, vpp: x.schedule === 'interleaved' ? vpp : 1 };
    });

const closed = (x: Uniform) =>
  (x.m + bubblePasses(x.schedule, x.pp, x.vpp, x.m)) * (x.f + x.b + x.w) +
  (exposedSends(x.schedule, x.pp, x.vpp, x.m) * x.send * x.f) / (chunksOf(x) / x.pp);

describe('the schedules on uniform stages', () => {
  test('1F1B and interleaving: bubble and sends of the closed form, to a thousandth', () => {
    fc.assert(
      fc.property(uniform(['1f1b', 'interleaved'], true), (x) => {
        expect(Math.abs(simulate(pipelineOf(x), x.m).seconds / closed(x) - 1)).toBeLessThan(1e-3);
      }),
    );
  });

  test('interleaving in lockstep: each operation as long as the slowest, its exchange after it', () => {
    fc.assert(
      fc.property(uniform(['interleaved'], true), (x) => {
        fc.pre(x.pp > 1);
        const pipeline = { ...pipelineOf(x), lockstep: true };
        const { all, forwards } = lockstepOperations(x.pp, x.vpp, x.m);
        const longest = Math.max(x.f, x.b + x.w) / x.vpp;
        const free = simulateLockstep({ ...pipeline, send: 0 }, x.m).seconds;
        expect(free).toBeCloseTo(forwards * (x.f / x.vpp) + (all - forwards) * longest, 9);
        // Now and then no rank has anything to send.
        const { seconds } = simulateLockstep(pipeline, x.m);
        expect(seconds).toBeLessThanOrEqual(free + all * pipeline.send + 1e-9);
        expect(seconds).toBeGreaterThanOrEqual(free + 0.5 * all * pipeline.send - 1e-9);
        expect(seconds).toBeGreaterThan(simulate(pipeline, x.m).seconds);
      }),
    );
  });

  test('zero-bubble H1: (p − 1)(F + B − W) beyond the work, as published', () => {
    fc.assert(
      fc.property(uniform(['zb-h1'], true), (any) => {
        // Published for weight gradients that fit into the gaps, as those no longer than a forward pass do.
        const x = { ...any, send: 0, w: Math.min(any.w, any.f) };
        const bubble = (x.pp - 1) * (x.f + x.b - x.w);
        expect(simulate(pipelineOf(x), x.m).seconds).toBeCloseTo(x.m * (x.f + x.b + x.w) + bubble, 9);
      }),
    );
  });

  test('DualPipe: (p/2 − 1)(F&B + B − 3W) for passes of equal length, as published', () => {
    for (const pp of [2, 4, 8, 16]) {
      const x: Uniform = { schedule: 'dualpipe', pp, vpp: 1, m: 4 * pp, f: 1, b: 1, w: 1, send: 0 };
      expect(simulate(pipelineOf(x), x.m).seconds).toBeCloseTo(3 * x.m + (pp / 2 - 1) * (3 + 2 - 3), 9);
    }
  });

  test('those with weight gradients apart stay near the fixed share that the closed form charges', () => {
    // F, B and W of the trace from which the share was taken.
    const trace = { f: 10.2, b: 14.3, w: 6.5, vpp: 1, send: 0.05 };
    for (const schedule of ['zb-h1', 'dualpipe', 'dualpipev'] as const) {
      for (const [pp, m] of [
        [4, 16],
        [8, 32],
        [16, 64],
      ]) {
        const x: Uniform = { schedule, pp, m, ...trace };
        const difference = simulate(pipelineOf(x), m).seconds / closed(x) - 1;
        expect(Math.abs(difference), `${schedule} ${pp} ${m}`).toBeLessThan(0.025);
      }
    }
  });
});

describe('whatever the counts and however uneven the stages', () => {
  test('every pass runs once, after its inputs, one at a time', () => {
    fc.assert(
      fc.property(
        uniform(SCHEDULES, false),
        fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 48, maxLength: 48 }),
        (x, stretch) => {
          const pipeline = pipelineOf(x, (chunk) => stretch[chunk]);
          expectOrdered(pipeline, x.m);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('never shorter than the busiest rank, never shorter with slower sends', () => {
    fc.assert(
      fc.property(uniform(SCHEDULES, false), (x) => {
        const seconds = simulate(pipelineOf(x), x.m).seconds;
        expect(seconds).toBeGreaterThanOrEqual(x.m * (x.f + x.b + x.w) * (1 - 1e-12));
        const slower = simulate(pipelineOf({ ...x, send: 2 * x.send + 0.01 }), x.m).seconds;
        expect(slower).toBeGreaterThanOrEqual(seconds * (1 - 1e-12));
      }),
    );
  });
});

/** Passes as intervals, those of forward, of backward and of weight gradients; what is out of order, in words. */
function expectOrdered(pipeline: Pipeline, m: number): void {
  const { pp, chunks, send } = pipeline;
  const passes = simulate(pipeline, m);
  const [forward, backward, weights] = [0, 1, 2].map(() => new Map<number, [start: number, end: number]>());
  const wrong: string[] = [];
  for (let rank = 0; rank < pp; rank++) {
    let free = 0;
    for (let i = passes.first[rank]; i < passes.first[rank + 1]; i++) {
      if (passes.start[i] < free) wrong.push(`rank ${rank} does two things at ${passes.start[i]}`);
      free = passes.end[i];
      const pass = passes.pass[i];
      const key = passes.chunk[i] * m + passes.microBatch[i];
      const of = pass === FORWARD ? forward : pass === WEIGHT_GRADIENT ? weights : backward;
      if (of.has(key)) wrong.push(`pass ${pass} of ${key} runs twice`);
      of.set(key, [passes.start[i], passes.end[i]]);
      if (pass === BACKWARD) weights.set(key, [passes.start[i], passes.end[i]]);
    }
  }
  expect([forward.size, backward.size, weights.size]).toEqual([chunks * m, chunks * m, chunks * m]);
  const startOf = (of: typeof forward, key: number) => of.get(key)?.[0] ?? Number.NaN;
  const after = (later: number, earlier: [number, number] | undefined, gap: number, what: string) => {
    if (!(later >= (earlier?.[1] ?? Number.NaN) + gap - 1e-9)) wrong.push(what);
  };
  // A fold hands on within its rank; a pair's sends leave before its end.
  const gap = pipeline.schedule.startsWith('dualpipe') ? 0 : send;
  for (let key = 0; key < chunks * m; key++) {
    after(startOf(backward, key), forward.get(key), 0, `backward before forward of ${key}`);
    if (!(startOf(weights, key) >= startOf(backward, key))) wrong.push(`weights before backward of ${key}`);
    if (key + m >= chunks * m) continue;
    after(startOf(forward, key + m), forward.get(key), gap, `forward of ${key + m} too early`);
    after(startOf(backward, key), backward.get(key + m), gap, `backward of ${key} too early`);
  }
  expect(wrong).toEqual([]);
}
