import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import type { Model } from '../../src/model';
import { type Plan, type Setup, stepWork } from '../../src/step';
import { simulateStep, type Timeline } from '../../src/timeline';
import { arbitraryCase } from '../step/arbitrary';
import { plainPlan } from '../step/plain-plan';

/** A model whose stages are alike: layers of one kind, next to no embedding and, without tensor parallelism, no head. */
function uniformModel(id: string, layers: number): Model {
  const model = catalogModel(id);
  const kind = model.layerKinds.at(-1) as number;
  const layerKinds = new Array<number>(layers).fill(kind);
  return { ...model, layerKinds, vocab: 64, mtpLayers: 0, visionParameters: 0 };
}

const uniformCase: fc.Arbitrary<{ setup: Setup; plan: Plan }> = fc
  .record({
    model: fc.constantFrom('glm-5', 'deepseek-v3', 'mixtral-8x22b', 'llama-3.1-70b'),
    system: fc.constantFrom('dgx-h100', 'dgx-h800', 'atlas-800t-a2'),
    pp: fc.constantFrom(2, 4, 8, 16),
    vpp: fc.constantFrom(1, 2, 4),
    rounds: fc.integer({ min: 1, max: 8 }),
    microBatch: fc.constantFrom(1, 2),
    recompute: fc.constantFrom('none', 'full', 'moe', 'norm+act'),
  })
  .map(({ model, system, pp, vpp, rounds, microBatch, recompute }) => {
    const built = uniformModel(model, 4 * pp * vpp);
    const dp = 8;
    const moe = built.kinds[built.layerKinds[0]].feedForward?.kind === 'moe';
    const chips = (dp * pp) / catalogSystem(system).chip.dies;
    return {
      setup: {
        model: built,
        cluster: { name: system, system: catalogSystem(system), chips },
        stack: catalogStack('megatron-2025'),
        training: {
          tokens: 1e12,
          sequence: 4096,
          globalBatch: rounds * pp * dp * microBatch,
          precision: 'bf16',
          optimizer: 'adam',
          routing: 'balanced',
          capacityFactor: null,
        },
      },
      plan: {
        ...plainPlan,
        pp,
        vpp,
        dp,
        ep: moe ? 8 : 1,
        microBatch,
        recompute,
        schedule: vpp > 1 ? 'interleaved' : '1f1b',
      },
    };
  });

describe('closed form and event simulation', () => {
  test('agree within 1 % on uniform stages with micro-batches in whole rounds', () => {
    fc.assert(
      fc.property(uniformCase, ({ setup, plan }) => {
        const timeline = simulateStep(setup, plan);
        expect(timeline.microBatches % plan.pp).toBe(0);
        expect(Math.abs(timeline.difference), JSON.stringify(plan)).toBeLessThan(0.01);
      }),
      { numRuns: 25 },
    );
  });

  test('agree within 5 % on uniform stages whose ranks move in lockstep, the backward share of a pass taken as given', () => {
    fc.assert(
      fc.property(uniformCase, ({ setup, plan }) => {
        fc.pre(plan.schedule === 'interleaved');
        const switches = { ...setup.stack.switches, pipelineLockstep: true };
        const timeline = simulateStep({ ...setup, stack: { ...setup.stack, switches } }, plan);
        expect(Math.abs(timeline.difference), JSON.stringify(plan)).toBeLessThan(0.05);
        if (Math.abs(timeline.difference) > 0.01) expect(timeline.causes).toContain('schedule_share');
      }),
      { numRuns: 25 },
    );
  });

  test('agree within 5 % elsewhere, or the timeline says in which part and why', () => {
    let close = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const timeline = simulateStep(setup, plan);
        if (Math.abs(timeline.difference) <= 0.05) close++;
        if (Math.abs(timeline.difference) > 0.01) expect(timeline.causes.length).toBeGreaterThan(0);
        expectAccounted(timeline);
      }),
      { numRuns: 40, seed: 20260101 },
    );
    expect(close).toBeGreaterThanOrEqual(36);
  });

  test('passes of the chunks are those of the layer table', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ setup, plan }) => {
        const work = stepWork(setup, plan, 1);
        const busiest = Math.max(
          ...work.ranks.map(({ chunks, share }) =>
            chunks.reduce(
              (sum, chunk) => sum + share * chunkSeconds(work.passSeconds, chunk, work.chunks),
              0,
            ),
          ),
        );
        expect(busiest * work.jitter).toBeCloseTo(work.closed.steady, 9);
      }),
      { numRuns: 60 },
    );
  });
});

/** All that the compute stream does in a chunk's three passes: the first four columns of each. */
function chunkSeconds(seconds: Float64Array, chunk: number, chunks: number): number {
  const columns = seconds.length / chunks / 3;
  let sum = 0;
  for (let pass = 0; pass < 3; pass++) {
    const at = (3 * chunk + pass) * columns;
    for (let part = 0; part < 4; part++) sum += seconds[at + part];
  }
  return sum;
}

function expectAccounted({ agreement, seconds, closed, totals }: Timeline): void {
  const sum = (of: number[]) => of.reduce((a, b) => a + b, 0);
  expect(sum(agreement.map((row) => row.simulated))).toBeCloseTo(seconds, 9);
  expect(sum(agreement.map((row) => row.closed))).toBeCloseTo(closed.seconds, 9);
  totals.bubble.forEach((_, rank) => {
    const spent = sum(Object.values(totals).map((column: Float64Array) => column[rank]));
    expect(spent / seconds).toBeCloseTo(1, 9);
  });
}
