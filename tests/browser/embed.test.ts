import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { sideways, violations } from './axe';
import { linkTo, open, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

test('a figure gives the code that shows it alone in another page, with the way back', async () => {
  const { page } = await open(site, linkTo(small));
  await settled(page);
  const figure = page.locator('#figure-throughput');
  await figure.getByRole('button', { name: /^Cite/ }).click();
  const code = await figure.locator('pre').last().innerText();
  const address = /src="([^"]+)"/.exec(code)?.[1].replaceAll('&amp;', '&') ?? '';
  expect(address).toMatch(/\?embed=throughput#v1=/);
  await page.close();

  const other = await open(site, address.slice(site.url.length), { viewport: { width: 600, height: 720 } });
  await settled(other.page);
  await other.page.screenshot({ path: at('test-results/embed.png'), fullPage: true });
  expect(await other.page.locator('.figure').count()).toBe(1);
  expect(await other.page.locator('nav, form, aside, .comparison:visible').count()).toBe(0);
  expect(await other.page.locator('h1').innerText()).toBe(small.question);
  expect(await violations(other.page)).toEqual([]);
  expect(await sideways(other.page)).toBeLessThanOrEqual(0);
  const back = await other.page.getByRole('link', { name: /Open in moe-capacity/ }).getAttribute('href');
  expect(back).toBe(address.replace('?embed=throughput', ''));
  expect(other.faults).toEqual([]);
  await other.page.close();
});
