import { describe, expect, it } from 'vitest';
import { catalogIds } from '../../src/catalog';
import { type ClaimReport, type ClaimsReport, runPart, splitTask } from '../../src/study';
import { runTask } from './run-task';

const claimsOf = (text: string): ClaimsReport =>
  runTask({ kind: 'claims', source: { file: 'own.yaml', text } });
const one = (id: string, assume = '{}'): ClaimReport =>
  claimsOf(`assume: ${assume}\nclaims: [${id}]\n`).claims[0];
const figure = (claim: ClaimReport, id: string): number => {
  const found = claim.quantities.find((quantity) => quantity.id === id);
  if (!found) throw new Error(id);
  return found.value;
};

describe('every claim of the article', () => {
  const report = runTask({ kind: 'claims', source: null });

  it('has an outcome and sources, and a number unless no computation can test it', () => {
    expect(report.claims.map(({ id }) => id)).toEqual(catalogIds('claims'));
    for (const claim of report.claims) {
      expect(claim.sources.length, claim.id).toBeGreaterThan(0);
      expect(claim.conditions, claim.id).not.toBe('');
      expect(claim.conditions, claim.id).not.toMatch(/\{[a-z]/);
      if (claim.outcome === 'untestable') continue;
      expect(claim.value, claim.id).toEqual(expect.any(Number));
      expect(claim.tests.length, claim.id).toBeGreaterThan(0);
      for (const { source, id } of claim.quantities) expect(source, `${claim.id}.${id}`).not.toBe('');
    }
  }, 120_000);

  it('has claims of every outcome, none of them decided by its file', () => {
    const outcomes = new Set(report.claims.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['holds', 'conditional', 'partly', 'fails', 'untestable']));
  });

  it('draws what limits over expert count and chip speed for fast and slow chips', () => {
    const drawn = report.claims.find(({ id }) => id === 'moe-shifts-bottleneck')?.figure;
    expect(drawn?.panels).toHaveLength(2);
    for (const panel of drawn?.panels ?? []) {
      for (const row of panel.links) {
        // A faster chip is limited by its links more: least at the slowest, most at the fastest.
        const [slow, fast] = [row[0] ?? Number.NaN, row.at(-1) ?? Number.NaN];
        expect(fast).toBeGreaterThan(slow);
      }
    }
  });
});

describe('numbers that are published', () => {
  it('GLM-5 weighs 1,488 GB in BF16 and half of it in FP8', () => {
    const claim = one('glm5-1490-gb');
    expect(figure(claim, 'one_bf16') / 1e9).toBe(1488);
    expect(figure(claim, 'one_fp8') / 1e9).toBe(744);
    expect(claim.outcome).toBe('partly');
  });

  it('8.6 and 19.0 times lie within the proxy family of the undisclosed predecessor', () => {
    const claim = one('decode-gain');
    expect(figure(claim, 'least_32k')).toBeLessThan(8.6);
    expect(figure(claim, 'most_32k')).toBeGreaterThan(8.6);
    expect(figure(claim, 'least_256k')).toBeLessThan(19);
    expect(figure(claim, 'most_256k')).toBeGreaterThan(19);
  });

  it('expert exchange: 29.5 MB a token and 8.1 kFLOP a byte for GLM-5 by 6ND', () => {
    const claim = one('moe-shifts-bottleneck');
    expect(figure(claim, 'bytes') / 1e6).toBeCloseTo(29.5, 1);
    expect(figure(claim, 'hide_ascend')).toBeLessThan(figure(claim, 'hide_h100') / 3);
  });
});

describe('a changed assumption', () => {
  const links = (factor: number) =>
    one(
      'moe-shifts-bottleneck',
      `{resources: {scale_up_bandwidth: ${factor}, scale_out_bandwidth: ${factor}}}`,
    );

  it('changes an outcome: ten times the interconnect, and a twentieth of it', () => {
    expect(one('moe-shifts-bottleneck').outcome).toBe('partly');
    expect(links(10).outcome).toBe('fails');
    expect(links(0.05).outcome).toBe('holds');
  });

  it('may be a price', () => {
    expect(one('opus-31-times').outcome).toBe('fails');
    const dearer = one('opus-31-times', '{prices: {claude-opus-4.6: {input: 15}}}');
    expect(dearer.outcome).toBe('holds');
    expect(dearer.quantities.find(({ id }) => id === 'opus')?.assumed).toBe(true);
  });

  it('is in the command that gives the numbers again', () => {
    const assumed = one('four-days', '{values: {four-days.days_apart: 4}}');
    expect(assumed.command).toBe('npx moe-capacity claims own.yaml');
  });

  it('may be any quantity, by claim and name', () => {
    expect(one('four-days', '{values: {four-days.days_apart: 4}}').outcome).toBe('partly');
  });
});

describe('a claim of one’s own', () => {
  const text = (bound: number) => `claim: An H100 has ten times the bandwidth of a 910B
quantities:
  - {id: a, kind: chip, chip: nvidia-h100-sxm, take: dram_gb_s}
  - {id: b, kind: chip, chip: huawei-ascend-910b2, take: dram_gb_s}
  - {id: ratio, kind: expression, of: a / b}
value: ratio
tests: [{name: ten, any: [[{of: ratio, at_least: ${bound}}]]}]
conditions: '{ratio} times'
`;
  it('is computed as the others are', () => {
    expect(claimsOf(text(10)).claims[0]).toMatchObject({ outcome: 'fails', conditions: '2.09 times' });
    expect(claimsOf(text(2)).claims[0].outcome).toBe('holds');
  });

  it.each([
    ['of: a / b', 'of: a / c', 'unknown name'],
    ['chip: nvidia-h100-sxm', 'chips: nvidia-h100-sxm', 'unknown key'],
    ['chip: nvidia-h100-sxm', 'chip: nvidia-h100-sxn', 'did you mean nvidia-h100-sxm?'],
    [
      'kind: chip, chip: nvidia-h100-sxm, take: dram_gb_s',
      'kind: price, price: claude-opus, take: input',
      'unknown price "claude-opus"',
    ],
    ['of: a / b', 'of: constructor', 'unknown name'],
    [
      'kind: chip, chip: nvidia-h100-sxm, take: dram_gb_s',
      'kind: training, model: glm-5, system: dgx-h100, stack: megatron-2025, chips: 64, take: days, resources: {flop: 2}',
      'unknown key "flop"; did you mean flops?',
    ],
  ])('tells what is wrong: %s → %s', (from, to, message) => {
    const parts = splitTask<'claims'>({
      kind: 'claims',
      source: { file: 'own.yaml', text: text(10).replace(from, to) },
    });
    if (parts.ok) throw new Error('accepted');
    expect(parts.errors[0].message).toContain(message);
    expect(parts.errors[0].line).toBeGreaterThan(1);
  });

  it('names an unknown model with its place', () => {
    const own = text(10).replace(
      'kind: chip, chip: nvidia-h100-sxm, take: dram_gb_s',
      'kind: model, model: glm-6, take: layers',
    );
    const parts = splitTask<'claims'>({ kind: 'claims', source: { file: 'own.yaml', text: own } });
    if (!parts.ok) throw new Error();
    const report = runPart<'claims'>(parts.value[0]);
    if (report.ok) throw new Error('accepted');
    expect(report.errors[0]).toMatchObject({ line: 3, nearest: 'glm-5' });
  });
});
