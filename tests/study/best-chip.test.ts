import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogRules, loadScenario } from '../../src/catalog';
import { splitTask } from '../../src/study';
import { withDesign } from '../../src/study/best-chip';
import { legal, limitsOf } from '../../src/study/best-chip/designs';
import { solveCase } from '../../src/study/case';
import { runTask } from './run-task';

const scenario = (study: object) => ({
  question: 'Which legal chip is best?',
  model: 'qwen3-30b-a3b',
  training: { tokens: '1T', sequence: 4096, global_batch: '1024 sequences', precision: 'bf16' },
  clusters: [{ name: 'a', system: 'dgx-h100', chips: 256, stack: 'megatron-2025' }],
  study: { kind: 'best_chip', ...study },
});
const ask = (study: object) =>
  runTask({ kind: 'best_chip', source: { file: 'best', value: scenario(study) } });

describe('the best legal chip', () => {
  const letters = ask({ rules: ['us-2025-04-letters'], against: 'llama-3.1-8b' });
  const [answer] = letters.clusters;

  it('is legal, at the edge of the rule, and no better than without rules', () => {
    expect(answer.best.length).toBeGreaterThan(0);
    for (const design of answer.best) {
      const dram = design.memory_bandwidth_bytes_per_s / 1e9;
      const io = design.io_bytes_per_s / 1e9;
      expect(dram).toBeLessThan(1400);
      expect(io).toBeLessThan(1100);
      expect(dram + io).toBeLessThan(1700);
      expect(dram + io > 1690 || dram > 1390).toBe(true);
      expect(design.of_unrestricted).toBeLessThanOrEqual(1);
    }
    const rates = answer.best.map((design) => design.case.tokens_per_second ?? 0);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  it('names the rules that bind it, and what only technology limits', () => {
    const [best] = answer.best;
    expect(best.bound_by.map(({ rule }) => rule)).toEqual(['us-2025-04-letters']);
    const [{ figures, name }] = best.bound_by;
    expect(figures).toContain('memory_bandwidth');
    // The letters say nothing of either.
    expect(best.at_limit).toEqual(expect.arrayContaining(['bf16', 'memory']));
    expect(letters.reading).toContain(name);
    const own = ask({ rules: [], forbidden: [[{ of: 'tpp', at_least: 4800 }]] }).clusters[0].best[0];
    expect(own.bound_by).toEqual([{ rule: null, name: null, figures: ['bf16'] }]);
    expect(answer.unrestricted.bound_by).toEqual([]);
  });

  it('is beaten by no legal chip drawn at random, beyond the spacing of the samples', () => {
    const value = scenario({ rules: ['us-2025-04-letters'] });
    const loaded = loadScenario({ file: 'best', value });
    if (!loaded.ok) throw new Error();
    const [item] = loaded.value.cases;
    const { study } = loaded.value;
    if (study?.kind !== 'best_chip') throw new Error();
    const limits = limitsOf(study);
    const all = catalogRules();
    const rules = all.filter(({ id }) => id === 'us-2025-04-letters');
    const between = ({ low, high }: { low: number; high: number }) =>
      fc.double({ min: low, max: high, noNaN: true });
    const best = answer.best[0].case.tokens_per_second ?? 0;
    fc.assert(
      fc.property(
        fc.record({
          bf16: between(limits.bf16),
          memory: between(limits.memory),
          memory_bandwidth: between({ low: 0.8e12, high: 1.4e12 }),
          scale_up: between({ low: 32e9, high: 0.5e12 }),
          scale_out: between(limits.scale_out),
        }),
        (design) => {
          fc.pre(legal(design, item.setup.cluster.system.chip, study, rules, all));
          const { report } = solveCase(withDesign(item, design, item.setup.model), { top: 1 });
          expect(report.tokens_per_second ?? 0).toBeLessThanOrEqual(best * 1.02);
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });

  it('keeps to the compute of October 2023 and is free in the rest', () => {
    const [{ best }] = ask({ rules: ['us-2023-10-tpp-and-density'], keep: 1 }).clusters;
    expect(best[0].tpp).toBeLessThan(2606);
    expect(best[0].tpp).toBeGreaterThan(2300);
    expect(best[0].memory_bandwidth_bytes_per_s).toBe(22e12);
  });

  it('with no rule is the best within the limits', () => {
    const [{ best, unrestricted }] = ask({ rules: [] }).clusters;
    expect(best).toHaveLength(1);
    expect(best[0].case.tokens_per_second).toBe(unrestricted.case.tokens_per_second);
  });

  it('obeys a rule of one’s own', () => {
    const [{ best }] = ask({
      forbidden: [[{ of: 'bf16_tflops * dram_gb_s', above: 1e6 }]],
      keep: 3,
    }).clusters;
    for (const design of best) {
      expect(
        (design.bf16_flop_per_s / 1e12) * (design.memory_bandwidth_bytes_per_s / 1e9),
      ).toBeLessThanOrEqual(1e6);
    }
  });

  it('may not exist', () => {
    const [{ best }] = ask({ forbidden: [[{ of: 'tpp', above: 1 }]] }).clusters;
    expect(best).toEqual([]);
  });

  it.each([
    [{ rules: ['us-2025-04-letter'] }, 'study.rules.0', 'us-2025-04-letters'],
    [{ against: 'lama-3.1-8b' }, 'study.against', 'llama-3.1-8b'],
  ])('refuses %o', (study, path, nearest) => {
    const parts = splitTask({ kind: 'best_chip', source: { file: 'best', value: scenario(study) } });
    if (parts.ok) throw new Error('accepted');
    expect(parts.errors[0]).toMatchObject({ path, nearest });
  });
});
