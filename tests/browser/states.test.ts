import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { base } from '../../src/link';
import { linkTo, open, type Site, serve, settled, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

test('a cluster that is too small is an answer, not an error', async () => {
  const [first, second] = small.clusters;
  const { page, faults } = await open(
    site,
    linkTo({
      ...small,
      model: 'glm-5',
      clusters: [
        { ...first, chips: 8 },
        { ...second, chips: 4096 },
      ],
    }),
  );
  await settled(page);
  const card = page.locator('.answer-cases li >> nth=0');
  expect(await card.innerText()).toMatch(/Does not fit\n.{15,}/);
  expect(await page.locator('.answer-lead').innerText()).toContain('H100 cannot train it');
  expect(await page.locator('[role=alert]').count()).toBe(0);
  expect(await page.locator('.answer-cases li >> nth=1').innerText()).toMatch(/days/);
  await page.screenshot({ path: at('test-results/infeasible-1440.png'), fullPage: true });
  expect(faults).toEqual([]);
  await page.close();
});

test('bad input is told beside its field, and the last figures stay', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  const before = await page.locator('.answer-cases').innerText();
  const field = page.getByLabel('Scale-out bandwidth', { exact: true }).first();
  await field.fill('400 Gbyte');
  await page.waitForSelector('[role=alert]');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const note = await page.locator(`#${await field.getAttribute('aria-describedby')}`).innerText();
  expect(note).toMatch(/bandwidth such as/);
  expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
  expect(await page.locator('[role=alert]').innerText()).toContain('H100: Scale-out bandwidth');
  expect(await page.locator('.answer-cases').innerText()).toBe(before);
  expect(await page.locator('.answer-body[data-stale]').count()).toBe(1);
  expect(await page.locator('[role=alert]').innerText()).toContain(
    'These figures are of the last valid input',
  );
  await page.screenshot({ path: at('test-results/error-1440.png') });

  await page.locator('[role=alert] button').first().click();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill('100 GB/s');
  await settled(page);
  await expect.poll(() => page.locator('[role=alert]').count()).toBe(0);
  expect(await page.locator(`#${await field.getAttribute('aria-describedby')}`).innerText()).toBe(
    '= 100 GB/s',
  );
  expect(faults).toEqual([]);
  await page.close();
});

test.each([
  ['damaged', '#v1=AAAA', 'damaged'],
  ['oversized', `#v1=${'A'.repeat(20_000)}`, 'too long'],
  ['of the future', '#v9=AAAA', 'newer version'],
])('a link that is %s gives a message and the default page', async (_, link, words) => {
  const { page, faults } = await open(site, link);
  await page.waitForSelector('.gallery li');
  expect(await page.locator('[role=alert]').innerText()).toContain(words);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await page.locator('[role=alert]').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('names from a link are text, whatever they hold', async () => {
  const name = '<img src=x onerror=alert(1)> %{y} & <b>x';
  const [first] = small.clusters;
  const { page, faults } = await open(site, linkTo({ ...small, clusters: [{ ...first, name }] }));
  await settled(page);
  expect(await page.locator('.card-name').innerText()).toContain(name);
  expect(await page.locator('#page img').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('a worker that dies is replaced, and the work goes on', async () => {
  const { page, faults } = await open(site, linkTo(base.scenario));
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  const [victim] = page.workers();
  const closed = victim.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by the test');
    });
  });
  await closed.catch(() => undefined);
  await settled(page);
  expect(await page.locator('.answer-cases li').count()).toBe(4);
  expect(page.workers()).not.toContain(victim);
  expect(faults.filter((fault) => !fault.includes('killed by the test'))).toEqual([]);
  await page.close();
});

test('a worker that ends itself without a word is replaced too', async () => {
  // The plans are searched beside the comparison, by a worker of their own.
  const { page, faults } = await open(site, linkTo(base.scenario, 'tokens', { view: 'plans' }));
  await expect.poll(() => page.workers().length).toBeGreaterThan(1);
  const victims = page.workers();
  await Promise.all(victims.map((victim) => victim.evaluate(() => self.close()).catch(() => undefined)));
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await settled(page);
  expect(await page.locator('.answer-cases li').count()).toBe(4);
  expect(faults).toEqual([]);
  await page.close();
});

test('who comes back is offered what the last visit ended with', async () => {
  const { page, faults } = await open(site);
  await page.waitForSelector('.gallery button');
  expect(await page.getByRole('button', { name: /Go on where you were/ }).count()).toBe(0);
  await page.goto(site.url + linkTo(small));
  await settled(page);
  await page.getByLabel('Routed experts per layer', { exact: true }).fill('64');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(site.url);
  await page.getByRole('button', { name: `Go on where you were: ${small.question}` }).click();
  await settled(page);
  expect(await page.getByLabel('Routed experts per layer', { exact: true }).inputValue()).toBe('64');
  await expect.poll(() => page.url()).toBe(link);
  expect(faults).toEqual([]);
  await page.close();
});
