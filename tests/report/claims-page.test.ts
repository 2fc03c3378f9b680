import { describe, expect, it } from 'vitest';
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
    expect(rows[0]).toContain('npx moe-capacity claims scenarios/claims/own.yaml');
    expect(rows[1]).toContain('href="https://example.org/x?a=1');
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
      }),
    ).toBe(page);
  });
});
