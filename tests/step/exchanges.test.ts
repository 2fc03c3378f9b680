import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import { estimateStep, type Plan, type Setup } from '../../src/step';
import { distinctBins, hop, RING, ranksInDomain } from '../../src/step/collectives';
import { OUT, UP } from '../../src/step/lanes';
import { resolveRates } from '../../src/step/rates';
import { plainPlan } from './plain-plan';

const setupOn = (system: string, chips: number, model = 'llama-3.1-8b'): Setup => ({
  model: catalogModel(model),
  cluster: { name: system, system: catalogSystem(system), chips },
  stack: catalogStack('megatron-2025'),
  training: {
    tokens: 1e12,
    sequence: 131072,
    globalBatch: 64,
    precision: 'bf16',
    optimizer: 'adam',
    routing: 'balanced',
    capacityFactor: null,
  },
});

const hopper = resolveRates(setupOn('dgx-h100', 64));
const rack = resolveRates(setupOn('gb200-nvl72', 288));

describe('ranks of a group that share a scale-up domain', () => {
  test.each([
    ['whole groups in a node', hopper, 4, 1, 4],
    ['a node in a group', hopper, 64, 1, 8],
    ['every second rank', hopper, 64, 2, 4],
    ['further apart than a node', hopper, 16, 8, 1],
    ['64 of the 72 of a rack', rack, 64, 1, 64],
    ['sixteens in a rack', rack, 16, 1, 16],
    ['several racks of 64', rack, 256, 1, 64],
    ['several whole racks', rack, 288, 1, 72],
    ['six in eights: some group is cut after two', hopper, 6, 1, 2],
    ['48 in a rack: every second group is cut after 24', rack, 48, 1, 24],
  ])('%s', (_, rates, n, stride, inside) => {
    expect(ranksInDomain(rates, n, stride)).toBe(inside);
  });

  test('of a job that fits into one domain are all', () => {
    expect(ranksInDomain(hopper, 6, 1, 6)).toBe(6);
    expect(ranksInDomain(hopper, 3, 2, 8)).toBe(3);
  });

  test('are an equal part of the group, and no more than a domain holds', () => {
    const whole = fc.integer({ min: 1, max: 512 });
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom(1, 2, 3, 4, 8, 16),
        fc.constantFrom(hopper, rack),
        (n, stride, rates) => {
          const inside = ranksInDomain(rates, n, stride);
          expect(n % inside).toBe(0);
          expect((inside - 1) * stride).toBeLessThan(rates.domainRanks);
        },
      ),
    );
  });
});

test('a row that leaves its domain goes at the pace of the NIC', () => {
  hop(hopper, 8, 1);
  expect(RING.lane).toBe(UP);
  const inside = RING.secondsPerByte;
  hop(hopper, 16, 1);
  expect(RING.lane).toBe(OUT);
  expect(RING.secondsPerByte).toBe(1 / hopper.out);
  expect(RING.secondsPerByte).toBeGreaterThan(inside);
});

test('different experts reach as many ranks as choosing them by chance does', () => {
  const sizes = fc.record({
    ranks: fc.integer({ min: 1, max: 4 }),
    perRank: fc.integer({ min: 1, max: 3 }),
    topK: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(sizes, ({ ranks, perRank, topK }) => {
      const experts = ranks * perRank;
      fc.pre(topK <= experts);
      let sets = 0;
      let reached = 0;
      for (let chosen = 0; chosen < 2 ** experts; chosen++) {
        const members = Array.from({ length: experts }, (_, e) => e).filter((e) => chosen & (1 << e));
        if (members.length !== topK) continue;
        sets++;
        reached += new Set(members.map((e) => Math.floor(e / perRank))).size;
      }
      expect(distinctBins(ranks, topK, experts)).toBeCloseTo(reached / sets, 9);
    }),
  );
});

const seconds = (setup: Setup, plan: Plan, part: string): number =>
  estimateStep(setup, plan).work.find((item) => item.part === part)?.seconds ?? 0;

describe('a step', () => {
  test('with context over more than a node waits for the NIC, and more so the slower it is', () => {
    const setup = setupOn('dgx-h100', 64);
    const plan = { ...plainPlan, cp: 16, dp: 4 };
    const { system } = setup.cluster;
    const slow: Setup = {
      ...setup,
      cluster: {
        ...setup.cluster,
        system: { ...system, scaleOut: { ...system.scaleOut, bandwidth: system.scaleOut.bandwidth / 16 } },
      },
    };
    expect(seconds(slow, plan, 'cp')).toBeGreaterThan(4 * seconds(setup, plan, 'cp'));
    const within = { ...plan, cp: 8, dp: 8 };
    expect(seconds(slow, within, 'cp')).toBe(seconds(setup, within, 'cp'));
  });

  test.each(['tp', 'cp', 'ep'] as const)('recomputed in full exchanges %s once more', (part) => {
    const setup = setupOn('dgx-h100', 64, 'mixtral-8x7b');
    const plan = { ...plainPlan, tp: 2, cp: 2, dp: 16, ep: 4 };
    const again = { tp: 1.4, cp: 4 / 3, ep: 1.5 }[part];
    const full = seconds(setup, { ...plan, recompute: 'full' }, part);
    // The collectives of embedding and head are not run again.
    const ratio = full / seconds(setup, plan, part);
    expect(ratio).toBeGreaterThan(1 + 0.9 * (again - 1));
    expect(ratio).toBeLessThanOrEqual(again * (1 + 1e-9));
  });

  test.each([
    ['dgx-h100', 8, 'scale_up_bandwidth'],
    ['dgx-h100', 16, 'scale_out_bandwidth'],
    ['gb200-nvl72', 32, 'scale_up_bandwidth'],
  ])('on %s names the link that %d expert ranks wait for', (system, ep, link) => {
    const { work } = estimateStep(setupOn(system, 64, 'qwen3-30b-a3b'), { ...plainPlan, dp: 64, ep });
    expect(work.find(({ part }) => part === 'ep')?.resource).toBe(link);
  });

  test('that recomputes its experts dispatches and combines once more; one that stops early only dispatches', () => {
    const setup = setupOn('dgx-h100', 64, 'mixtral-8x7b');
    const plan = { ...plainPlan, dp: 64, ep: 4 };
    const early = structuredClone(setup);
    early.stack.switches.recomputeStopsEarly = true;
    const none = seconds(setup, plan, 'ep');
    expect(seconds(early, plan, 'ep')).toBe(none);
    const moe = { ...plan, recompute: 'moe' };
    expect(seconds(setup, moe, 'ep') / none).toBeCloseTo(6 / 4, 6);
    expect(seconds(early, moe, 'ep') / none).toBeCloseTo(5 / 4, 6);
    // Three products of one size; those into the experts, or all of them, run again.
    const again = seconds(setup, moe, 'recompute');
    expect(seconds(early, moe, 'recompute') / again).toBeGreaterThan(0.6);
    expect(seconds(early, moe, 'recompute') / again).toBeLessThan(0.8);
  });

  test('of hyper-connections without kernels of their own moves their streams several times', () => {
    const setup = setupOn('dgx-h100', 64, 'deepseek-v4-flash');
    const unfused = structuredClone(setup);
    unfused.stack.switches.fusedVectorKernels = false;
    const single = structuredClone(setup);
    single.model.residualStreams = 1;
    const singleUnfused = structuredClone(unfused);
    singleUnfused.model.residualStreams = 1;
    const plan = { ...plainPlan, dp: 64, ep: 64 };
    const streams = seconds(setup, plan, 'vector') - seconds(single, plan, 'vector');
    const slow = seconds(unfused, plan, 'vector') - seconds(singleUnfused, plan, 'vector');
    expect(slow / streams).toBeGreaterThan(8);
    expect(slow / streams).toBeLessThan(12);
  });

  test('under ZeRO-2 scatters the gradients of every micro-batch, under ZeRO-1 once', () => {
    const setup = {
      ...setupOn('dgx-h100', 64),
      training: { ...setupOn('dgx-h100', 64).training, sequence: 4096, globalBatch: 512 },
    };
    const plan = { ...plainPlan, dp: 64 };
    const [once, each] = ([1, 2] as const).map(
      (zero) => seconds(setup, { ...plan, zero }, 'reduce') + seconds(setup, { ...plan, zero }, 'gather'),
    );
    // Eight micro-batches: weights once and gradients, of twice their bytes or as many, eight times.
    expect(each / once).toBeGreaterThan(4);
    expect(each / once).toBeLessThan(8);
  });
});
