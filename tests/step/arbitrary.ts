import fc from 'fast-check';
import { catalogIds, catalogModel, catalogStack, catalogSystem } from '../../src/catalog';
import { clusterRanks, type Plan, type Schedule, type Setup, scheduleProblem } from '../../src/step';

const models = catalogIds('models');
const systems = catalogIds('systems');
const stacks = catalogIds('stacks');

/** Any catalog model on any catalog system with any stack. */
export const arbitrarySetup: fc.Arbitrary<Setup> = fc
  .record({
    model: fc.constantFrom(...models),
    system: fc.constantFrom(...systems),
    stack: fc.constantFrom(...stacks),
    chips: fc.constantFrom(8, 64, 96, 256, 1000, 2048, 16384),
    sequence: fc.constantFrom(2048, 4096, 8192, 32768),
    globalBatch: fc.integer({ min: 64, max: 8192 }),
    low: fc.boolean(),
    optimizer: fc.constantFrom('adam', 'adam-bf16-moments', 'muon'),
    routing: fc.constantFrom('balanced', 'aux-free', 'untrained'),
    capacityFactor: fc.constantFrom(null, 1, 1.5),
  })
  .map(({ model, system, stack, chips, low, ...training }) => {
    const built = catalogSystem(system);
    const precision = low && built.chip.peakFlops.fp8 !== null ? 'fp8-tensor' : 'bf16';
    return {
      model: catalogModel(model),
      cluster: { name: system, system: built, chips },
      stack: catalogStack(stack),
      training: { tokens: 1e12, precision, ...training } as Setup['training'],
    };
  });

const power = (most: number) =>
  fc.integer({ min: 0, max: Math.max(0, Math.floor(Math.log2(most))) }).map((e) => 2 ** e);

/** A plan that divides the setup's ranks; it may not fit in memory. */
export function arbitraryPlan(setup: Setup): fc.Arbitrary<Plan> {
  const ranks = clusterRanks(setup);
  const layers = setup.model.layerKinds.length;
  return fc
    .record({
      tp: power(Math.min(8, ranks)),
      cp: power(Math.min(64, ranks / 8)),
      pp: power(Math.min(16, layers / 2, ranks / 16)),
      ep: power(64),
      microBatch: power(4),
      recompute: fc.constantFrom('none', 'act', 'norm+act', 'norm+act+mla-up', 'moe', 'core', 'full'),
      schedule: fc.constantFrom<Schedule>('1f1b', 'interleaved', 'zb-h1', 'dualpipe', 'dualpipev'),
      zero: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
    })
    .map(({ tp, cp, pp, ep, schedule, zero, ...rest }) => {
      const dp = Math.max(1, Math.floor(ranks / (tp * cp * pp)));
      const group = tp * cp * dp;
      const most = setup.model.kinds.some((kind) => kind.feedForward?.kind === 'moe') ? ep : 1;
      let width = most;
      while (width > 1 && group % width !== 0) width /= 2;
      const m = Math.round(setup.training.globalBatch / (dp * rest.microBatch));
      const vpp = schedule === 'interleaved' ? 2 : 1;
      const possible = pp > 1 && layers >= 4 * pp && scheduleProblem(schedule, pp, vpp, m) === null;
      const deep = possible ? schedule : '1f1b';
      return {
        tp,
        cp,
        pp,
        dp,
        ep: width,
        etp: 1,
        zero: pp > 1 && zero === 3 ? 1 : zero,
        shardGroup: 0,
        recomputeShare: 1,
        schedule: deep,
        vpp: deep === 'interleaved' ? 2 : 1,
        ...rest,
      } as Plan;
    });
}

export const arbitraryCase = arbitrarySetup.chain((setup) =>
  arbitraryPlan(setup).map((plan) => ({ setup, plan })),
);
