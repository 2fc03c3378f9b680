import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { sideways, violations } from './axe';
import { linkTo, open, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

const chosen = '#palette-list [aria-selected=true]';

test('Ctrl+K finds a view, a question, a system and an action, by keys alone', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  const dialog = page.getByRole('dialog', { name: 'Views, questions and actions' });
  const ask = async (query: string) => {
    await page.keyboard.press('Control+k');
    await dialog.waitFor();
    await page.keyboard.type(query);
  };

  await ask('mem');
  await expect.poll(() => page.locator(chosen).innerText()).toContain('Memory of a chip');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#figure-memory');
  expect(await dialog.count()).toBe(0);

  await ask('910b');
  await expect.poll(() => page.locator('#palette-list [role=option]').count()).toBeGreaterThan(1);
  const first = await page.locator(chosen).innerText();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator(chosen).innerText()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await page.locator(chosen).innerText()).toBe(first);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);

  await ask('cloudmatrix');
  await page.locator('#palette-list [role=option]', { hasText: 'with the others' }).first().click();
  await settled(page);
  await expect.poll(() => page.locator('.answer-cases').innerText()).toContain('CloudMatrix');

  await ask('undo');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.answer-cases').innerText()).not.toContain('CloudMatrix');

  // Letters in a field are the field's own.
  await page.getByLabel('Routed experts per layer', { exact: true }).focus();
  await page.keyboard.press('Control+k');
  expect(await dialog.count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test.each([
  ['light', 'en', 1440],
  ['dark', 'zh', 1440],
  ['light', 'en', 390],
] as const)('no barrier in the list, %s, %s, at %i px', async (colorScheme, lang, width) => {
  const { page, faults } = await open(site, linkTo(small, 'tokens', { lang }), {
    colorScheme,
    viewport: { width, height: 844 },
  });
  await settled(page);
  await page.locator('h1').click();
  await page.keyboard.press('Control+k');
  await page.waitForSelector('#palette-list');
  await page.screenshot({ path: at(`test-results/palette-${width}-${colorScheme}-${lang}.png`) });
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.keyboard.type('qqqq');
  await expect.poll(() => page.locator('#palette-list [role=option]').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.close();
});
