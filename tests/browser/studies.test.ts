import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { at } from '../../scripts/project.mjs';
import { sideways, violations } from './axe';
import { linkTo, open, plotted, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

const sampled = (study: object) => ({ ...small, study: { kind: 'uncertainty', ...study } });
const account = {
  ...small,
  study: {
    kind: 'supply',
    from: 2026,
    to: 2028,
    target_flop: 1e22,
    paths: [
      { name: 'old', flows: [{ cluster: 'A100', stock: { low: 50, central: 100, high: 200 } }] },
      {
        name: 'new',
        flows: [
          {
            cluster: 'H100',
            attrition: '10 %',
            yearly: [{ year: 2026, chips: { low: 200, central: 400, high: 800 } }],
          },
        ],
      },
    ],
  },
};
const swept = {
  ...small,
  vary: { experts: [64, 128], scale_out_bandwidth: ['12.5 GB/s', '50 GB/s', '100 GB/s'] },
};
const status = (page: Page) => page.locator('main > p[role=status]').innerText();

test('samples are drawn as they come, can be stopped, and stop by themselves when they are enough', async () => {
  const link = linkTo(sampled({ samples: 65_536, tolerance: 0 }), 'tokens', { view: 'uncertainty' });
  const { page, faults } = await open(site, link);
  await page.waitForSelector('#figure-distribution .main-svg');
  await page.waitForSelector('text=samples so far');
  await page.locator('.answer-status').getByRole('button', { name: 'Cancel' }).click();
  await page.waitForSelector('text=Stopped by you');
  expect(await page.locator('#figure-tornado .main-svg').count()).toBeGreaterThan(0);

  await page.locator('details.sampling summary').click();
  await page.getByLabel('Stop when sure to').selectOption({ label: '± 10 %' });
  await page.waitForSelector('text=Sampling stopped by itself');
  await settled(page, 'indices');
  const samples = Number((await status(page)).match(/after ([\d,]+) samples/)?.[1].replace(',', ''));
  expect(samples).toBeLessThan(4096);
  const bars = await plotted(page, 'indices');
  expect(bars.map(({ name }) => name)).toEqual(['alone (first order)', 'with all others (total)']);

  const figure = page.locator('#figure-distribution');
  for (const format of ['CSV', 'JSON', 'PNG', 'SVG']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: `${format}:` }).click(),
    ]);
    const file = readFileSync(await download.path(), 'utf8');
    if (format === 'CSV') expect(file.trim().split('\r\n')).toHaveLength(22);
    if (format === 'JSON') expect(JSON.parse(file).data.columns.days).toHaveLength(2 * samples);
    if (format === 'SVG') expect(file).toContain('moe-capacity');
  }
  expect(faults).toEqual([]);
  await page.close();
});

test('an input gets a range, and the link holds it with all that was chosen', async () => {
  const link = linkTo(sampled({ tolerance: 0.1 }), 'tokens', { view: 'uncertainty' });
  const { page, faults } = await open(site, link);
  await settled(page, 'distribution');
  await page.locator('details.sampling summary').click();
  await page.getByRole('button', { name: 'Add an input' }).click();
  const range = page.getByLabel('scale-out bandwidth, H100', { exact: true });
  await range.fill('fast');
  await page.waitForSelector('[role=alert]');
  expect(await range.getAttribute('aria-invalid')).toBe('true');
  await range.fill('10 to 50 GB/s');
  await page.getByLabel('Distribution').selectOption({ label: 'uniform between' });
  await page.getByRole('checkbox', { name: 'A100' }).uncheck();
  await page.getByLabel('Show').selectOption({ label: 'Days for the run' });
  await settled(page, 'indices');
  await page.waitForTimeout(300);
  const lead = await page.locator('.answer-lead').innerText();
  expect(lead).toMatch(/^Days for the run, median and 80 % interval:\s+H100/);
  const again = await open(site, page.url().slice(site.url.length));
  await settled(again.page, 'indices');
  expect(await again.page.locator('.answer-lead').innerText()).toBe(lead);
  expect(faults).toEqual([]);
  await page.close();
  await again.page.close();
});

test('a scenario without an account begins one with its chips, and its inputs change the figure', async () => {
  const { page, faults } = await open(site, linkTo(small, 'tokens', { view: 'supply' }));
  expect(await page.locator('.gallery li').count()).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Begin with the chips' }).click();
  await settled(page, 'supply');
  const names = (await plotted(page, 'supply')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['H100', 'A100']));
  const before = (await plotted(page, 'supply-stock'))[0].y[0];
  expect(before).toBe(64);
  await page.locator('details.sampling summary').click();
  await page.getByLabel('H100: H100, In use at the beginning: Central').fill('1k');
  await expect
    .poll(async () => (await plotted(page, 'supply-stock'))[0].y[0], { timeout: 30_000 })
    .toBe(1000);
  await page.getByLabel('H100: H100, In use at the beginning: Low').fill('many');
  await page.waitForSelector('[role=alert]');
  await page.getByLabel('H100: H100, In use at the beginning: Low').fill('900');
  await page.waitForSelector('[role=alert]', { state: 'detached' });
  expect(faults).toEqual([]);
  await page.close();
});

test('an account tells runs, dates and lags, and the link holds what is shown', async () => {
  const { page, faults } = await open(site, linkTo(account, 'tokens', { view: 'supply' }));
  await settled(page, 'supply-dates');
  await page.getByLabel('Show').selectOption({ label: 'Chips in use' });
  await page.locator('#pick-path').selectOption({ label: 'new' });
  await page.waitForSelector('#figure-supply-flow .main-svg');
  await page.waitForTimeout(300);
  const again = await open(site, page.url().slice(site.url.length));
  await settled(again.page, 'supply-flow');
  const chips = (await plotted(again.page, 'supply')).find(({ name }) => name === 'old');
  expect(chips?.y[0]).toBe(100);
  expect(await again.page.locator('.answer-lead').innerText()).toBe(
    await page.locator('.answer-lead').innerText(),
  );
  expect(faults).toEqual([]);
  await page.close();
  await again.page.close();
});

test.each([
  ['uncertainty-glm5', 'uncertainty', 'settling'],
  ['months-of-lag', 'supply', 'supply-dates'],
])('the ready study %s opens as %s from the gallery', async (study, view, figure) => {
  const { question } = parse(readFileSync(at(`scenarios/${study}.yaml`), 'utf8'));
  const { page, faults } = await open(site);
  await page.getByRole('button', { name: question }).click();
  await page.waitForSelector(`.views a[data-view="${view}"][aria-current=page]`, { state: 'attached' });
  await page.waitForSelector(`#figure-${figure} .main-svg`);
  expect(await page.locator('h1').innerText()).toBe(question);
  expect(faults).toEqual([]);
  await page.close();
});

test('a second varied input is drawn, as lines or as a map, and taken away again', async () => {
  const { page, faults } = await open(site, linkTo(swept, 'tokens', { view: 'sweep' }));
  await settled(page, 'varied');
  const lines = (await plotted(page, 'varied')).filter(({ name }) => name?.includes('GB/s'));
  expect(lines).toHaveLength(6);
  await page.getByLabel('Drawn as').selectOption({ label: 'heat map' });
  await page.waitForSelector('#figure-varied .heatmaplayer image, #figure-varied .hm');
  await page.locator('#figure-varied').getByRole('button', { name: 'Table', exact: true }).click();
  expect(await page.locator('#figure-varied tbody tr').count()).toBe(12);
  await page.locator('#figure-varied').getByRole('button', { name: 'Plot', exact: true }).click();
  await page.locator('#pick-vary-second').selectOption({ label: 'nothing else' });
  await settled(page, 'varied');
  await expect
    .poll(async () => (await plotted(page, 'varied')).flatMap(({ name }) => name ?? []), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['H100', 'A100']));
  expect(faults).toEqual([]);
  await page.close();
});

test.each([
  ['en', 'dark', 390],
  ['zh', 'light', 1440],
] as const)(
  'no barrier with all inputs open, %s, %s at %i px',
  async (lang, colorScheme, width) => {
    const { page, faults } = await open(site, linkTo(small, 'tokens', { view: 'start', lang }), {
      colorScheme,
      viewport: { width, height: 860 },
    });
    const own = {
      H100: { pue: '1.1 to 1.4' },
      A100: { bf16: { low: '200 TFLOP/s', high: '312 TFLOP/s', distribution: 'uniform' } },
    };
    for (const [scenario, view, figure] of [
      [sampled({ tolerance: 0.1, clusters: own }), 'uncertainty', 'indices'],
      [account, 'supply', 'supply-dates'],
      [swept, 'sweep', 'varied'],
    ] as const) {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        linkTo(scenario, 'tokens', { view, lang }),
      );
      await settled(page, figure);
      for (const summary of await page.locator('details.sampling summary').all()) await summary.click();
      expect(await violations(page), view).toEqual([]);
      expect(await sideways(page), view).toBeLessThanOrEqual(0);
      await page.screenshot({ path: at(`test-results/${view}-${lang}-${width}.png`), fullPage: true });
    }
    expect(faults).toEqual([]);
    await page.close();
  },
  120_000,
);
