import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { linkTo, open, type Site, serve, settled, small, yamlText } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

test.each(['en', 'zh'])(
  'absurd input is told at its field, and the figure keeps its last state, in %s',
  async (lang) => {
    const { page, faults } = await open(site, linkTo(small, 'tokens', { view: 'compare', lang }));
    await settled(page);
    const figure = page.locator('#figure-throughput');
    const put = async (id: string, value: string) => {
      const field = page.locator(`[id="field-${id}"]`);
      const before = await field.inputValue();
      await field.fill(value);
      await page.waitForSelector(`[id="field-${id}"][aria-invalid=true]`);
      await page.waitForSelector('#figure-throughput[data-stale]');
      const told = `${await page.locator(`[id="field-${id}-note"]`).innerText()} ${await page.locator('.problems').innerText()}`;
      expect(await figure.locator('.main-svg').count()).toBeGreaterThan(0);
      await field.fill(before);
      await settled(page);
      return told;
    };
    const junk = `<img src=x onerror=alert(1)> {}[]: & ${'x'.repeat(3000)}`;
    for (const value of ['0', '-5', '1e30', 'abc', '', junk]) {
      const told = await put('clusters-0-chips', value);
      // Neither the key of the file nor a code word.
      expect(told).not.toMatch(/"chips"|undefined|NaN|\[object/);
      expect(told).toContain(lang === 'en' ? 'Some input cannot be used' : '有输入无法使用');
    }
    await put('training-tokens', '1e30');
    await put('clusters-0-system-scale_out-bandwidth', '1e30 GB/s');
    // A name is a text, whatever it looks like.
    await page.locator('[id="field-clusters-0-name"]').fill('0');
    await settled(page);
    expect(faults).toEqual([]);
    await page.close();
  },
);

test('an emptied text says so, and comes back by a button or by undo', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  const text = page.getByRole('textbox', { name: 'Scenario as YAML' });
  await expect.poll(() => yamlText(page)).toContain('qwen3-30b-a3b');
  const whole = await yamlText(page);
  const empty = async () => {
    await text.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('#yaml-errors').innerText()).toContain('There is no text');
  };
  await empty();
  expect(await page.locator('#figure-throughput .main-svg').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Back to the last text that could be read' }).click();
  await expect.poll(() => yamlText(page)).toBe(whole);
  await empty();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => yamlText(page)).toBe(whole);
  await expect.poll(() => page.locator('#yaml-errors').innerText()).toContain('in step');
  expect(faults).toEqual([]);
  await page.close();
});

test('? opens the list of keys outside of fields, and Escape closes it', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  await page.getByLabel('Training tokens').focus();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(await list.count()).toBe(0);
  await page.keyboard.press('Backspace');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await list.waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => list.count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('a comparison of one’s own is one tap from a figure', async () => {
  const { page, faults } = await open(site);
  await page.getByRole('button', { name: 'Start with your own comparison' }).click();
  await settled(page);
  expect(await page.locator('.problems').innerText()).toBe('');
  expect(faults).toEqual([]);
  await page.close();
});
