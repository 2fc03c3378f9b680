import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbouringBins } from '../../src/step/collectives';
import { lockstepOperations } from '../../src/step/lockstep';

test('neighbouring experts reach as many ranks as windows that follow each other round them do', () => {
  const sizes = fc.record({
    ranks: fc.integer({ min: 1, max: 16 }),
    perRank: fc.integer({ min: 1, max: 12 }),
    topK: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(sizes, ({ ranks, perRank, topK }) => {
      const experts = ranks * perRank;
      fc.pre(topK <= experts && topK + perRank <= experts);
      // As many windows as there are experts begin everywhere that a window can begin, equally often.
      let reached = 0;
      for (let window = 0; window < experts; window++) {
        const bins = new Set<number>();
        for (let k = 0; k < topK; k++) bins.add(Math.floor(((window * topK + k) % experts) / perRank));
        reached += bins.size;
      }
      expect(neighbouringBins(ranks, topK, experts)).toBeCloseTo(reached / experts, 9);
    }),
  );
});

interface Operation {
  backward: boolean;
  chunk: number;
  batch: number;
}

/** Interleaved order of a rank: warm-up, one forward and one backward in turn, cool-down. */
function order(pp: number, vpp: number, m: number, rank: number): Operation[] {
  const at = (i: number, backward: boolean): Operation => {
    const local = Math.floor((i % (pp * vpp)) / pp);
    return {
      backward,
      chunk: (backward ? vpp - 1 - local : local) * pp + rank,
      batch: Math.floor(i / (pp * vpp)) * pp + (i % pp),
    };
  };
  const total = vpp * m;
  const warmup = Math.min(total, (vpp - 1) * pp + 2 * (pp - 1 - rank));
  const operations: Operation[] = [];
  for (let i = 0; i < warmup; i++) operations.push(at(i, false));
  for (let i = warmup; i < total; i++) operations.push(at(i, false), at(i - warmup, true));
  for (let i = total - warmup; i < total; i++) operations.push(at(i, true));
  return operations;
}

/** Plays the orders, one operation a rank and step, none before what it needs is done. */
function play(pp: number, vpp: number, m: number): { all: number; forwards: number } {
  const orders = Array.from({ length: pp }, (_, rank) => order(pp, vpp, m, rank));
  const done = new Set<string>();
  const key = (backward: boolean, chunk: number, batch: number) => `${backward} ${chunk} ${batch}`;
  const last = pp * vpp - 1;
  const next = new Array<number>(pp).fill(0);
  let all = 0;
  let forwards = 0;
  while (next.some((n, rank) => n < orders[rank].length)) {
    const finished: string[] = [];
    let anyBackward = false;
    for (let rank = 0; rank < pp; rank++) {
      const op = orders[rank][next[rank]];
      if (!op) continue;
      const { backward, chunk, batch } = op;
      const needed = backward
        ? chunk === last
          ? key(false, last, batch)
          : key(true, chunk + 1, batch)
        : chunk === 0
          ? null
          : key(false, chunk - 1, batch);
      if (needed !== null && !done.has(needed)) continue;
      next[rank]++;
      anyBackward ||= backward;
      finished.push(key(backward, chunk, batch));
    }
    expect(finished.length, 'the orders hang').toBeGreaterThan(0);
    for (const id of finished) done.add(id);
    all++;
    if (!anyBackward) forwards++;
  }
  return { all, forwards };
}

test.each([
  [2, 2, 4],
  [4, 2, 8],
  [4, 8, 8],
  [8, 4, 16],
  [4, 3, 24],
])(
  'steps in lockstep of %i ranks, %i chunks, %i micro-batches are those of the played schedule',
  (pp, vpp, m) => {
    expect(lockstepOperations(pp, vpp, m)).toEqual(play(pp, vpp, m));
  },
);
