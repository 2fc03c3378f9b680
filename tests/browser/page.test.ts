import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { linkTo, open, plotted, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  mkdirSync(at('test-results'), { recursive: true });
  site = await serve();
});
afterAll(() => site?.close());

const answer = '.answer-cases li >> nth=0';

test('the first page offers questions, and one tap opens an answered one', async () => {
  const { page, faults } = await open(site);
  const card = page.getByRole('button', { name: /^Could GLM-5 have been trained on 100,000 Ascend/ });
  await card.click();
  await settled(page);
  expect(await page.locator('.answer-cases li').count()).toBe(4);
  expect(await page.locator('.answer-lead').innerText()).toMatch(
    /^GLM-5.* takes [\d.,]+ days \(80 %: .* on .* back most\.$/,
  );
  await page.screenshot({ path: at('test-results/page-1440.png'), fullPage: true });
  expect(faults).toEqual([]);
  await page.close();
});

test('what follows the answer is a key away, stays open in other views, and is printed whole', async () => {
  const { page, faults } = await open(site, linkTo(small, 'tokens', { view: 'compare' }));
  await settled(page);
  const more = page.locator('.answer-more p');
  expect(await more.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await more.innerText()).toMatch(/^Against H100, the time is .* least energy/);
  expect(await page.locator('.answer-more summary').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.answer-more summary').focus();
  await page.keyboard.press('Enter');
  expect(await more.isVisible()).toBe(true);
  await page.locator('.views a[data-view="validation"]').first().click();
  await page.waitForSelector('.answer-more p:visible:has-text("nine in ten")');
  expect(faults).toEqual([]);
  await page.close();
});

test('another expert count changes the numbers, the plot and the link, and going back takes it back', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  const before = {
    text: await page.locator(answer).innerText(),
    plot: await plotted(page, 'throughput'),
    url: page.url(),
  };

  await page.getByLabel('Routed experts per layer', { exact: true }).fill('512');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator(answer).innerText()).not.toBe(before.text);
  await settled(page);
  const after = await plotted(page, 'throughput');
  expect(after[0].y[0]).toBeLessThan(before.plot[0].y[0] ?? 0);
  expect(page.url()).not.toBe(before.url);

  await page.goBack();
  await expect.poll(() => page.locator(answer).innerText()).toBe(before.text);
  expect(page.url()).toBe(before.url);
  await page.goForward();
  await settled(page);
  await expect.poll(() => plotted(page, 'throughput')).toEqual(after);

  await page.reload();
  await settled(page);
  expect(await page.getByLabel('Routed experts per layer', { exact: true }).inputValue()).toBe('512');
  expect(await plotted(page, 'throughput')).toEqual(after);
  expect(faults).toEqual([]);
  await page.close();
});

test('a drag of a slider is one entry of the history, and so are quick steps', async () => {
  const { page } = await open(site, linkTo(small));
  await settled(page);
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await page.getByLabel('Chips, slider').first().focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(300);
  expect(await entries()).toBeGreaterThan(before);
  expect(await entries()).toBeLessThan(before + 5);
  const slider = page.getByLabel('Routed experts per layer, slider');
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not on show');
  const dragged = await entries();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  for (let part = 3; part < 9; part++)
    await page.mouse.move(box.x + (box.width * part) / 10, box.y + box.height / 2);
  await page.mouse.up();
  await page.waitForTimeout(300);
  expect(await entries()).toBe(dragged + 1);
  await page.close();
});

describe('plotly', () => {
  test('comes after the first paint, without its cloud button', async () => {
    const { page } = await open(site, linkTo(small));
    await settled(page);
    const times = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      plotly: performance.getEntriesByType('resource').find((entry) => entry.name.includes('plotly'))
        ?.startTime,
    }));
    expect(times.plotly).toBeGreaterThan(times.paint ?? Number.POSITIVE_INFINITY);
    await page.locator('#figure-throughput .js-plotly-plot').hover();
    const buttons = await page
      .locator('.modebar-btn')
      .evaluateAll((all) => all.map((button) => button.getAttribute('data-title') ?? ''));
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.filter((title) => /share|cloud|studio|produced/i.test(title))).toEqual([]);
    await page.close();
  });

  test('that cannot be loaded leaves the answer and the tables', async () => {
    const { page } = await open(site);
    await page.route(/plotly/, (route) => route.abort());
    await page.goto(site.url + linkTo(small));
    await page.reload();
    await page.waitForSelector('.answer-cases li');
    await page.waitForSelector('text=The plotting library could not be loaded');
    await page.locator('#figure-throughput').getByRole('button', { name: 'Table', exact: true }).click();
    expect(await page.locator('#figure-throughput td').count()).toBe(8);
    await page.close();
  });
});

test('the numbers of a figure can be had as a table, CSV, PNG and SVG', async () => {
  const { page, faults } = await open(site, linkTo(small, 'mfu'));
  await settled(page);
  const figure = page.locator('#figure-throughput');
  for (const format of ['CSV', 'PNG', 'SVG']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: `${format}:` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^moe-capacity-throughput-\\d{4}-\\d\\d-\\d\\d\\.${format.toLowerCase()}$`),
    );
  }
  const [{ y }] = await plotted(page, 'throughput');
  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  const cell = await figure.locator('tbody tr >> nth=0 >> td >> nth=1').innerText();
  expect(Number(cell)).toBeCloseTo(Number(y[0]), 3);
  expect(faults).toEqual([]);
  await page.close();
});
