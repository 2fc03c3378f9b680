import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { sideways, violations } from './axe';
import { linkTo, open, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('no barrier and no sideways scroll, %s at %i px', async (colorScheme, width) => {
  const { page, faults } = await open(site, linkTo(small), { colorScheme, viewport: { width, height: 860 } });
  await settled(page);
  if (width < 900) {
    await page.screenshot({ path: at(`test-results/page-${width}-${colorScheme}.png`), fullPage: true });
    await page.getByRole('button', { name: 'Change inputs' }).click();
  }
  await page.locator('summary').first().click();
  await page.locator('#figure-throughput').getByRole('button', { name: 'Table', exact: true }).click();
  await page.screenshot({ path: at(`test-results/open-${width}-${colorScheme}.png`), fullPage: true });
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('no barrier while something is wrong or does not fit', async () => {
  const [first, second] = small.clusters;
  const { page } = await open(
    site,
    linkTo({ ...small, model: 'glm-5', clusters: [{ ...first, chips: 8 }, second] }),
  );
  await settled(page);
  await page.getByLabel('Scale-out bandwidth', { exact: true }).first().fill('fast');
  await page.waitForSelector('[role=alert]');
  await page.waitForTimeout(300);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('the answer stays in view on a phone, and every target is large enough', async () => {
  const { page } = await open(site, linkTo(small), { viewport: { width: 390, height: 844 }, hasTouch: true });
  await settled(page);
  await page.mouse.wheel(0, 1500);
  await page.waitForTimeout(200);
  const box = await page.locator('.answer-cases').boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(60);
  await page.getByRole('button', { name: 'Change inputs' }).click();
  const tooSmall = await page
    .locator('button:visible, select:visible, input:visible, summary:visible')
    .evaluateAll((all) =>
      all
        .filter((element) => element.getBoundingClientRect().height < 24)
        .map((element) => element.outerHTML.slice(0, 100)),
    );
  expect(tooSmall).toEqual([]);
  await page.close();
});

test('the theme is switched by hand and remembered', async () => {
  const { page } = await open(site, linkTo(small), { colorScheme: 'light' });
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  expect(await theme()).toBe('light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  expect(await theme()).toBe('dark');
  await page.reload();
  expect(await theme()).toBe('dark');
  await page.close();
});

test('the form works by keyboard', async () => {
  const { page } = await open(site, linkTo(small));
  await settled(page);
  const experts = page.getByLabel('Routed experts per layer', { exact: true });
  // Steps go from the model's own count, which comes with the catalog.
  await expect.poll(() => experts.getAttribute('placeholder')).toBe('128');
  await experts.focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => experts.inputValue()).toBe('138');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => experts.inputValue()).toBe('137');
  expect(await experts.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Routed experts per layer, slider',
  );
  await page.close();
});
