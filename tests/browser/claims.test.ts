import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLink } from '../../src/link';
import { sideways, violations } from './axe';
import { linkTo, open, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

const toClaims = (options: Record<string, string> = {}, lang = 'en') =>
  linkTo(small, 'tokens', { view: 'claims', lang, options });
const tenfold = JSON.stringify({ resources: { scale_up_bandwidth: 10, scale_out_bandwidth: 10 } });
const outcomes = (page: Page) =>
  page.locator('.claim').evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset.outcome));
const lead = (page: Page) => page.locator('.answer-lead').innerText();
const computed = (page: Page) =>
  page.waitForSelector('.answer-lead :text("Of 44 claims")', { timeout: 120_000 });

test('every claim has its outcome, filtered and searched; one opens with its computation, sources and figure', async () => {
  const { page, faults } = await open(site, toClaims());
  await computed(page);
  expect(await page.locator('.claim').count()).toBe(44);
  await page.getByRole('button', { name: /does not hold \d/ }).click();
  expect(new Set(await outcomes(page))).toEqual(new Set(['fails']));
  await page.getByRole('button', { name: /^all/ }).click();
  await page.getByRole('searchbox', { name: 'Search the claims' }).fill('bottleneck inter-chip');
  await page.getByRole('button', { name: 'MoE shifts the bottleneck' }).click();
  const claim = page.locator('#claim-moe-shifts-bottleneck');
  expect(await claim.locator('.claim-parts tbody tr').count()).toBe(3);
  expect(await claim.locator('.claim-quantities tbody tr').count()).toBe(22);
  expect(await claim.locator('.claim-sources a').count()).toBeGreaterThan(1);
  const run = await claim.getByRole('link', { name: 'see the run' }).first().getAttribute('href');
  const state = readLink(new URL(run ?? '').hash);
  expect(state.ok && state.state.view).toBe('time');
  await settled(page, 'elasticity-0');
  await settled(page, 'elasticity-1');
  expect(faults).toEqual([]);
  await page.close();
}, 180_000);

test('ten times the interconnect is computed anew, stopped and gone on with, and the link shows the same', async () => {
  const { page, faults } = await open(site, toClaims());
  await computed(page);
  await page.getByRole('button', { name: 'Interconnect × 10' }).click();
  await page.locator('.answer-status').getByRole('button', { name: 'Cancel' }).click();
  await page.waitForSelector('.stopped');
  await page.locator('.stopped button').click();
  await page.waitForSelector('.answer-lead :text("with these assumptions")', { timeout: 120_000 });
  const change = page.locator('#claims-changes tbody tr', { hasText: 'MoE shifts the bottleneck' });
  expect(await change.innerText()).toMatch(/MoE shifts the bottleneck.*\s.*partly true\s.*does not hold/);
  await page.locator('#claims-changes').getByRole('button', { name: 'MoE shifts' }).click();
  await page.waitForTimeout(300);
  const again = await open(site, page.url().slice(site.url.length));
  await again.page.waitForSelector('.answer-lead :text("with these assumptions")', { timeout: 120_000 });
  expect(await lead(again.page)).toBe(await lead(page));
  expect(await again.page.locator('#claim-moe-shifts-bottleneck[data-open]').count()).toBe(1);
  await again.page.getByRole('button', { name: 'Back to the catalog’s' }).click();
  await computed(again.page);
  expect(await lead(again.page)).toMatch(/^Of 44/);
  expect([...faults, ...again.faults]).toEqual([]);
  await page.close();
  await again.page.close();
}, 240_000);

test('a price and a number of a claim are assumed by typing; what is no number is told beside the field', async () => {
  const { page, faults } = await open(site, toClaims());
  await computed(page);
  await page.getByRole('textbox', { name: 'FLOP/s of each chip' }).fill('fast');
  await page.waitForSelector('.assume [aria-invalid=true]');
  await page.getByRole('textbox', { name: 'FLOP/s of each chip' }).fill('');
  await page.locator('details.prices summary').click();
  await page.getByLabel('Claude Opus 4.6, list price: Input, USD').fill('15');
  await page.waitForSelector('#claims-changes :text("31 times cheaper")', { timeout: 120_000 });
  expect(faults).toEqual([]);
  await page.close();
}, 180_000);

test('the report is saved with version, assumptions and links that lead back to this page', async () => {
  const { page, faults } = await open(site, toClaims({ assume: tenfold }));
  await page.waitForSelector('.answer-lead :text("with these assumptions")', { timeout: 120_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the report' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(text).toContain(`moe-capacity ${version}`);
  expect(text).toContain('scale_out_bandwidth × 10');
  expect(text.match(/<section/g)).toHaveLength(44);
  const link = /href="([^"]*#v1=[^"]*)"/.exec(text)?.[1] ?? '';
  expect(link.startsWith(site.url)).toBe(true);
  const read = readLink(new URL(link).hash);
  expect(read.ok && read.state.options?.assume).toBe(tenfold);
  expect(faults).toEqual([]);
  await page.close();
}, 180_000);

test('assumptions of a damaged or hostile link are refused in words', async () => {
  const { page } = await open(site, toClaims({ assume: '{"resources": [' }));
  await page.waitForSelector('[role=alert] :text("could not be read")');
  await page.close();
  const other = await open(site, toClaims({ assume: '{"values": {"__proto__.x": 1, "nobody.knows": 2}}' }));
  await other.page.waitForSelector('.problems [role=alert]', { timeout: 60_000 });
  expect(await other.page.locator('.problems').innerText()).toContain('nobody.knows');
  await other.page.close();
}, 120_000);

test.each([
  ['en', 'light', 1440],
  ['en', 'dark', 390],
  ['zh', 'dark', 1440],
  ['zh', 'light', 390],
] as const)(
  'no barrier with a claim and the prices open, %s, %s at %i px',
  async (lang, colorScheme, width) => {
    const { page, faults } = await open(
      site,
      toClaims({ claim: 'moe-shifts-bottleneck', assume: tenfold }, lang),
      {
        colorScheme,
        viewport: { width, height: 860 },
      },
    );
    await page.waitForSelector('#claims-changes tbody tr', { timeout: 120_000 });
    await settled(page, 'elasticity-1');
    await page.locator('details.prices summary').click();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await page.close();
  },
  180_000,
);
