import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/link';
import { claimsPage } from '../../src/report';
import { runTask } from '../study/run-task';

const text = `claim: '<script>alert(1)</script> an H100 has "more" bandwidth'
quantities:
  - {id: a, kind: chip, chip: nvidia-h100-sxm, take: dram_gb_s}
  - {id: b, kind: given, value: 1600, low: 1500, high: 1700, source: 'https://example.org/x?a=1&b=2 <b>'}
value: a / b
tests: [{name: more, any: [[{of: a / b, above: 1}]]}]
conditions: '{a} against {b:range}'
sources: [{fields: [all], title: Somewhere, url: 'https://example.org/', confidence: B}]
`;
const report = runTask({ kind: 'claims', source: { file: 'own.yaml', text } });
const page = claimsPage(report, {
  version: '1.2.3',
  date: '2026-01-02',
  command: 'npx moe-capacity claims own.yaml',
  page: './',
});

describe('the report', () => {
  it('is one page that loads nothing and runs nothing', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(/);
  });

  it('takes what a file says as text', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<b>');
  });

  it('has version, date, command, and beside each number its source or command', () => {
    expect(page).toContain('1.2.3');
    expect(page).toContain('2026-01-02');
    const rows = page.match(/<tr><td><code>(.*?)<\/tr>/g) ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('npx moe-capacity claims own.yaml');
    const address = 'https://example.org/x?a=1&amp;b=2';
    expect(rows[1]).toContain(`<a href="${address}">${address}</a> &lt;b&gt;`);
  });

  it('draws the bound', () => {
    expect(page.match(/<svg/g)).toHaveLength(1);
  });

  it('is the same text for the same report', () => {
    expect(
      claimsPage(report, {
        version: '1.2.3',
        date: '2026-01-02',
        command: 'npx moe-capacity claims own.yaml',
        page: './',
      }),
    ).toBe(page);
  });
});

describe('the links of the report', () => {
  const assume =
    'assume: {prices: {claude-opus-4.6: {input: 15}}}\nclaims: [opus-31-times, glm5-44b-active]\n';
  const changed = runTask({ kind: 'claims', source: { file: 'assume.yaml', text: assume } });
  const at = 'https://example.org/moe/';
  const text = claimsPage(changed, { version: '1', date: null, command: '', page: at });
  const states = [...text.matchAll(/href="https:\/\/example\.org\/moe\/(#[^"]+)"/g)].map(([, hash]) => {
    const read = readLink(hash);
    if (!read.ok) throw new Error(read.problem);
    return read.state;
  });

  it('lead to the claim as it was computed, changed assumptions included', () => {
    const options = states.find(({ options }) => options?.claim === 'opus-31-times')?.options;
    expect(JSON.parse(options?.assume ?? '')).toEqual({ prices: { 'claude-opus-4.6': { input: 15 } } });
  });

  it('lead from a figure of a training run to the comparison that has it', () => {
    const days = changed.claims[1].quantities.find(({ take }) => take === 'days');
    const state = states.find(({ view }) => view === 'compare');
    const report = runTask({
      kind: 'compare',
      source: { file: 'link', value: state?.scenario ?? {} },
    });
    expect(report.cases[0].days).toBe(days?.value);
    expect(report.question).toBe(changed.claims[1].claim);
  });

  it('stand beside every number of the catalog’s claims, and nowhere where a file is the reader’s own', () => {
    const rows = changed.claims.flatMap(({ quantities }) => quantities).length;
    expect(text.match(/<tr><td><code>/g)).toHaveLength(rows);
    expect(text.match(/<tr><td><code>.*?href="https:\/\/example\.org\/moe\/#v1=.*?<\/tr>/g)).toHaveLength(
      rows,
    );
    expect(page).not.toContain('#v1=');
  });
});
