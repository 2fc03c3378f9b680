import { describe, expect, test } from 'vitest';
import { findBestPlan, type PlanConstraints } from '../../src/search';
import { setup } from './setup';

const glm = setup('glm-5', 'dgx-h100', 1024);
const reasonOf = (pins: PlanConstraints, base = glm) => {
  const { best, reason } = findBestPlan(base, pins, { top: 1 });
  return best === null ? reason : `found ${best.plan.dp}`;
};

describe('a pin that no plan can have is refused by name', () => {
  test.each<[PlanConstraints, string]>([
    [{ tp: 3 }, 'tp 3 does not divide the 64 attention heads'],
    [{ ep: 48 }, 'ep 48 does not divide the 256 experts'],
    [{ etp: 5 }, 'etp 5 does not divide the 2,048 channels of an expert (expert_ffn)'],
    [{ cp: 3 }, 'cp 3 does not divide the 4,096 tokens of a sequence'],
    [{ pp: 96 }, 'pp 96 asks for 96 stages, and GLM-5 (744B-A40B) has 78 layers'],
    [{ pp: 16, vpp: 8 }, 'pp 16, vpp 8 asks for 128 stages, and GLM-5 (744B-A40B) has 78 layers'],
    [{ vpp: 2, schedule: '1f1b' }, 'vpp 2 needs the interleaved schedule, not 1f1b'],
    [{ vpp: 4, pp: 1 }, 'vpp 4 needs pp 2 or more'],
    [{ tp: 64, pp: 64 }, 'tp 64 × pp 64 = 4,096 is more than the 1,024 ranks of the cluster'],
    [{ tp: 16, inDomain: ['tp'] }, 'tp 16 is more than the 8 ranks of a scale-up domain'],
    [{ tp: 2, cp: 1, dp: 12, ep: 16 }, 'ep 16 does not divide the 24 ranks of a stage (tp 2 × dp 12)'],
    [
      { dp: 512, microBatch: 8, tp: 1 },
      'no plan has dp 512 and micro_batch 8 here; without one of them there are some',
    ],
    [{ ep: { min: 33, max: 63 } }, 'no plan has ep 33–63 here; without it there are some'],
  ])('%j', (pins, expected) => expect(reasonOf(pins)).toBe(expected));

  test('experts are not spread where there are none', () => {
    const dense = setup('llama-3.1-405b', 'dgx-h100', 1024);
    expect(reasonOf({ ep: 8 }, dense)).toMatch(/^ep 8 needs experts, and .* has none$/);
  });

  test('where the memory is too small because of a pin, it says which', () => {
    expect(reasonOf({ pp: 1, tp: 1, ep: 8 })).toMatch(
      /^even the leanest plan .* usable; without .* a plan fits$/,
    );
    expect(reasonOf({ pp: 1, ep: 1 })).toMatch(/; without pp 1 or without ep 1 a plan fits$/);
  });
});

describe('a pin that a plan can have is kept', () => {
  test.each<PlanConstraints>([{ tp: 4, pp: 13 }, { ep: 16 }, { pp: 16, vpp: 4 }, { vpp: 3 }])(
    '%j',
    (pins) => {
      const { best } = findBestPlan(glm, pins, { top: 1 });
      expect(best?.plan).toMatchObject(pins);
    },
  );

  test('fewer replicas than the cluster has room for leave chips idle', () => {
    const { best, top } = findBestPlan(glm, { dp: 16, tp: 4, pp: 8 });
    expect(best?.plan).toMatchObject({ dp: 16, tp: 4, pp: 8 });
    expect(best?.ranksIdle).toBe(512);
    expect(findBestPlan(glm, { dp: 16, tp: 4, pp: 8 }, { exhaustive: true }).top).toEqual(top);
    const bounded = findBestPlan(glm, { dp: { max: 16 } });
    expect(bounded.best?.plan.dp).toBeLessThanOrEqual(16);
    expect(findBestPlan(glm, { dp: { max: 16 } }, { exhaustive: true }).top).toEqual(bounded.top);
  });
});
