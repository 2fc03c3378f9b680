import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { violations } from './axe';
import { linkTo, open, type Site, serve, settled, small, writeYaml, yamlText } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

const experts = 'Routed experts per layer';

test('form and YAML stay in step, comments included, and errors stand by their lines', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await expect.poll(() => yamlText(page)).toContain('model: qwen3-30b-a3b');

  await writeYaml(page, `${await yamlText(page)}# mine\n`);
  await page.getByLabel(experts, { exact: true }).fill('64');
  await expect.poll(() => yamlText(page)).toContain('model: {base: qwen3-30b-a3b, experts: 64}');
  expect(await yamlText(page)).toContain('# mine');

  await writeYaml(page, (await yamlText(page)).replace('experts: 64', 'experts: 96'));
  await expect.poll(() => page.getByLabel(experts, { exact: true }).inputValue()).toBe('96');

  const good = await yamlText(page);
  const line = good.split('\n').findIndex((row) => row.includes('dgx-a100')) + 1;
  await writeYaml(page, good.replace('dgx-a100', 'dgx-a1000'));
  const errors = page.locator('#yaml-errors');
  await expect.poll(() => errors.innerText()).toContain(`Line ${line}`);
  expect(await errors.innerText()).toContain('Did you mean dgx-a100?');
  await writeYaml(page, `${good}\n  broken: [`);
  await expect.poll(() => errors.innerText()).toMatch(/Line \d+/);
  await writeYaml(page, good);
  await expect.poll(() => errors.innerText()).toContain('in step');
  expect(faults).toEqual([]);
  await page.close();
});

test('undo and redo walk over the edits, whichever view they were made in', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  const field = page.getByLabel(experts, { exact: true });
  const value = () => field.inputValue();
  await field.fill('64');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Memory' }).click();
  await page.waitForSelector('#figure-memory');
  await field.fill('32');
  await page.keyboard.press('Enter');
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await expect.poll(value).toBe('64');
  await page.keyboard.press('Control+z');
  await expect.poll(value).toBe('');
  expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(value).toBe('32');
  expect(page.url()).not.toBe(site.url + linkTo(small));
  expect(await page.locator('#figure-memory').count()).toBe(1);
  expect(faults).toEqual([]);
  await page.close();
});

test('a file that is dropped opens, in the view that it asks for', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  const drop = (name: string, content: string) =>
    page.evaluate(
      ([title, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], title));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
      },
      [name, content],
    );
  await drop('q.yaml', JSON.stringify({ ...small, question: 'Dropped?', vary: { experts: [64, 128] } }));
  await settled(page, 'varied');
  expect(await page.locator('h1').innerText()).toBe('Dropped?');
  await drop('bad.yaml', 'question: [');
  await page.waitForSelector('#yaml-errors li');
  expect(await page.locator('#yaml-errors').innerText()).toMatch(/Line 1/);
  expect(faults).toEqual([]);
  await page.close();
});

const long = {
  ...small,
  vary: { scale_out_bandwidth: { from: '10 GB/s', to: '400 GB/s', steps: 4000 } },
};

test('a long sweep tells its progress, is drawn as it comes, and keeps what is finished when it is stopped', async () => {
  const { page, faults } = await open(site, linkTo(long, 'tokens', { view: 'sweep' }));
  const status = page.locator('.answer-status');
  await expect.poll(() => status.innerText(), { timeout: 30_000 }).toMatch(/Computing… \d+ of \d+/);
  await page.waitForSelector('#figure-varied .plot[data-sketch] canvas');
  // Closing it now would lose work, and is asked about; not so once the work has ended.
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(asks, { timeout: 20_000 }).toBe(true);
  await status.getByRole('button', { name: 'Cancel' }).click();
  await page.waitForSelector('.stopped');
  expect(await page.locator('.stopped').innerText()).toMatch(/[1-9][\d,]* parts/);
  await page.locator('#figure-varied').getByRole('button', { name: 'Table', exact: true }).click();
  expect(await page.locator('#figure-varied tbody tr').count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator('.answer-status[hidden]').count()).toBe(1);
  expect(await asks()).toBe(false);
  // The workers are free again: another question is answered.
  await page.getByRole('link', { name: 'Compare' }).click();
  await settled(page);
  expect(faults).toEqual([]);
  await page.close();
});

test('opens without a network once it was visited', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  await page.waitForSelector('footer:has-text("without a network")', { timeout: 60_000 });
  await page.context().setOffline(true);
  await page.reload();
  await settled(page);
  for (const view of ['Validation', 'Plans']) {
    await page.getByRole('link', { name: view }).click();
    await page.waitForSelector('.figure .main-svg');
  }
  expect(faults).toEqual([]);
  await page.close();
}, 120_000);

test('a range that is typed where one value is wanted is sampled at a tap, and undone at another', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  const field = page.getByLabel('Scale-out bandwidth', { exact: true }).first();
  await field.fill('300 to 500 Gbit/s');
  await expect.poll(() => page.locator('.field-error').first().innerText()).toContain('is a range');
  await page.getByRole('button', { name: 'Sample this range' }).click();
  await page.waitForSelector('#figure-distribution .main-svg', { state: 'attached' });
  expect(await field.inputValue()).toBe('387 Gbit/s');
  await page.locator('.sampling > summary').click();
  const range = page.locator('.range-list input').first();
  expect(await range.inputValue()).toBe('300 to 500 Gbit/s');
  expect(await page.locator('.field-error').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => field.inputValue()).toBe('300 to 500 Gbit/s');
  expect(faults).toEqual([]);
  await page.close();
});

test('the editor lists what may stand at the caret, and takes it by keys', async () => {
  const { page, faults } = await open(site, linkTo(small));
  await settled(page);
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await expect.poll(() => yamlText(page)).toContain('model: qwen3-30b-a3b');
  await page.getByRole('textbox', { name: 'Scenario as YAML' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('stu');
  const chosen = page.locator('.cm-tooltip-autocomplete [aria-selected=true]');
  await expect.poll(() => chosen.innerText()).toContain('study');
  // Enter just after the list has come is taken for the text's own.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await page.keyboard.type('{kind: par');
  await expect.poll(() => chosen.innerText()).toContain('parity');
  await page.screenshot({ path: at('test-results/editor-list.png') });
  expect(await violations(page)).toEqual([]);
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await expect.poll(() => yamlText(page)).toContain('study: {kind: parity}');
  await expect.poll(() => page.locator('#yaml-errors').innerText()).toContain('in step');
  // The names of the catalog, where one may stand.
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('model: gl');
  await expect.poll(() => chosen.innerText()).toContain('glm');
  expect(faults).toEqual([]);
  await page.close();
});
