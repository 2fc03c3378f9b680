import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogIds, catalogStack, loadScenario } from '../../src/catalog';
import { bestAmong, createSizer, findBestPlan } from '../../src/search';
import { DISPATCHERS, estimateStep, planSetup, type Setup } from '../../src/step';
import { searchCase } from '../../src/study/search';
import { setup } from './setup';

const arbitrary = fc
  .record({
    model: fc.constantFrom('qwen3-30b-a3b', 'llama-3.1-8b', 'gpt-oss-20b', 'moonlight-16b-a3b'),
    system: fc.constantFrom('dgx-h100', 'dgx-a100', 'gb200-nvl72', 'atlas-800t-a2'),
    stack: fc.constantFrom(...catalogIds('stacks')),
    chips: fc.integer({ min: 8, max: 96 }),
    globalBatch: fc.integer({ min: 16, max: 2048 }),
    zeroStages: fc.constantFrom<Setup['stack']['zeroStages']>([1], [1, 3], [0, 1]),
    dispatcher: fc.shuffledSubarray([...DISPATCHERS]),
    precision: fc.shuffledSubarray(['bf16', 'fp16', 'fp8-block', 'fp8-tensor', 'mxfp8', 'nvfp4'] as const),
  })
  .map(({ model, system, stack, chips, globalBatch, zeroStages, dispatcher, precision }) => ({
    base: {
      ...setup(model, system, chips, stack, globalBatch),
      stack: { ...catalogStack(stack), zeroStages },
    } satisfies Setup,
    open: { dispatcher, precision },
    limits: { tp: { max: 2 }, pp: { max: 4 }, ep: { max: 16 }, microBatch: { max: 2 } },
  }));

describe('dispatcher and precision left open', () => {
  test('pruned and exhaustive search find the same plans and front, bit for bit', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(0, 0.2), ({ base, open, limits }, memoryMargin) => {
        const constraints = { ...limits, ...open };
        const options = { memoryMargin, front: true };
        const pruned = findBestPlan(base, constraints, options);
        const all = findBestPlan(base, constraints, { ...options, exhaustive: true });
        expect(pruned.top).toEqual(all.top);
        expect(pruned.front).toEqual(all.front);
        expect(pruned.reason).toEqual(all.reason);
        expect(pruned.plansInSpace).toBe(all.plansInSpace);
        for (const hint of pruned.top) {
          const { best } = findBestPlan(base, constraints, { top: 1, memoryMargin, hint: hint.plan });
          expect(best).toEqual(all.best);
        }
      }),
      { numRuns: 25, seed: 41 },
    );
  }, 120_000);

  test('the best of all is the best of each searched alone, and runs as its own setup says', () => {
    fc.assert(
      fc.property(arbitrary, ({ base, open, limits }) => {
        const { best, top } = findBestPlan(base, { ...limits, ...open });
        const precisions = open.precision.length > 0 ? open.precision : [base.training.precision];
        const dispatchers = open.dispatcher.length > 0 ? open.dispatcher : [base.stack.switches.dispatcher];
        const { peakFlops, microscaled } = base.cluster.system.chip;
        const formats: string[] = ['bf16', 'fp16', ...microscaled];
        if (peakFlops.fp8 !== null) formats.push('fp8-tensor', 'fp8-block');
        const alone = precisions
          .filter((one) => formats.includes(one))
          .flatMap((precision) =>
            dispatchers.map((dispatcher) => {
              const only: Setup = planSetup(base, { precision, dispatcher });
              return findBestPlan(only, limits, { top: 1 }).best?.tokensPerSecond ?? 0;
            }),
          );
        if (alone.length === 0) return;
        expect(best?.tokensPerSecond ?? 0).toBe(Math.max(...alone));
        if (!best) return;
        const { precision, dispatcher, ...plain } = best.plan;
        const own = planSetup(base, { precision, dispatcher });
        expect(estimateStep(own, plain).stepSeconds).toBe(best.stepSeconds);
        const plans = top.map(({ plan }) => plan);
        expect(bestAmong(base, plans)?.tokensPerSecond).toBeCloseTo(best.tokensPerSecond, 3);
      }),
      { numRuns: 60, seed: 42 },
    );
  }, 120_000);

  test('the fewest and the most chips are the best of each alone', () => {
    const base = setup('qwen3-30b-a3b', 'dgx-h100', 64);
    const open = { dispatcher: ['alltoall', 'deepep'], precision: ['bf16', 'fp8-tensor'] } as const;
    const rate = findBestPlan(base, { pp: { max: 4 } }).best?.tokensPerSecond ?? 0;
    const sizes = (setup: Setup, more: object) => {
      const sizer = createSizer(setup, { pp: { max: 4 }, ...more }, 300);
      const least = (sizer.fewest(() => 2 * rate) ?? { chips: Number.POSITIVE_INFINITY }).chips;
      const most = (
        sizer.most(
          (chips) => (chips * rate) / 70,
          () => rate / 70,
        ) ?? { chips: 0 }
      ).chips;
      return { least, most };
    };
    const alone = open.precision.flatMap((precision) =>
      open.dispatcher.map((dispatcher) => sizes(planSetup(base, { precision, dispatcher }), {})),
    );
    expect(sizes(base, open)).toEqual({
      least: Math.min(...alone.map(({ least }) => least)),
      most: Math.max(...alone.map(({ most }) => most)),
    });
  });

  test('nothing open: no plan says what it chose', () => {
    const { best } = findBestPlan(setup('qwen3-30b-a3b', 'dgx-h100', 64));
    expect(Object.keys(best?.plan ?? {})).not.toContain('dispatcher');
    expect(Object.keys(best?.plan ?? {})).not.toContain('precision');
  });
});

/** A scenario of an H100 and an Ascend cluster with these lines of training and plan. */
const scenario = (training: string, plan: string) =>
  loadScenario({
    file: 'a.yaml',
    text: `question: Which?
model: qwen3-30b-a3b
training: {tokens: 1T, global_batch: 1024 sequences${training}}
clusters:
  - {name: A, system: dgx-h100, chips: 64, stack: megatron-2025}
  - {name: B, system: atlas-800t-a2, chips: 64, stack: mindspeed-2025}
plan: ${plan}`,
  });

describe('a scenario that leaves them open', () => {
  const casesOf = (training: string, plan: string) => {
    const loaded = scenario(training, plan);
    if (!loaded.ok) throw new Error(loaded.errors[0].message);
    return loaded.value.cases;
  };
  const errorOf = (training: string, plan: string) => {
    const loaded = scenario(training, plan);
    return loaded.ok ? null : loaded.errors[0];
  };

  test('any: what stack and chip offer; a list: what of it the chip has', () => {
    const [h100, ascend] = casesOf(', precision: any', '{dispatcher: any}');
    expect(h100.constraints).toEqual({
      precision: ['bf16', 'fp8-tensor'],
      dispatcher: ['deepep', 'alltoall', 'allgather'],
    });
    expect(ascend.constraints).toEqual({ precision: ['bf16'], dispatcher: ['alltoall'] });
    const [, listed] = casesOf(', precision: [fp8, bf16]', '{dispatcher: [deepep, alltoall]}');
    expect(listed.constraints).toEqual({ precision: ['bf16'], dispatcher: ['alltoall'] });
    const [fixed] = casesOf('', '{dispatcher: alltoall, tp: 2}');
    expect(fixed.constraints).toEqual({ tp: 2, dispatcher: ['alltoall'] });
  });

  test('the report says what was chosen, and the flags follow it', () => {
    const [h100] = casesOf(', precision: any', '{dispatcher: any}');
    for (const precision of ['bf16', 'fp8-tensor'] as const) {
      for (const dispatcher of ['alltoall', 'deepep'] as const) {
        const item = { ...h100, constraints: { precision: [precision], dispatcher: [dispatcher] } };
        const { best, megatron } = searchCase(item, { exhaustive: false, top: 1 });
        expect(best.plan).toMatchObject({ precision, dispatcher });
        expect(best.inputs.precision).toBe(precision);
        const recipe = megatron?.flags.includes('--fp8-recipe tensorwise');
        expect(recipe).toBe(precision === 'fp8-tensor');
        const type = dispatcher === 'deepep' ? 'flex' : dispatcher;
        expect(megatron?.flags).toContain(`--moe-token-dispatcher-type ${type}`);
      }
    }
    const { best } = searchCase(h100, { exhaustive: false, top: 1 });
    expect(h100.constraints.precision).toContain(best.plan?.precision);
    expect(h100.constraints.dispatcher).toContain(best.plan?.dispatcher);
  });

  test('what does not exist on a chip is an error at its place', () => {
    expect(errorOf('', '{dispatcher: deepep}')).toMatchObject({ path: 'plan.dispatcher', line: 7 });
    expect(errorOf(', precision: [fp8]', 'auto')?.message).toMatch(/does not support fp8/);
    expect(errorOf('', '{dispatcher: deepp}')).toMatchObject({ nearest: 'deepep' });
    expect(errorOf(', precision: bf61', 'auto')).toMatchObject({ nearest: 'bf16' });
  });
});
