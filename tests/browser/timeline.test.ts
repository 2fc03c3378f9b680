import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { linkTo, open, type Site, serve, small } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

/** A plan with stages, so that there is something to wait for. */
const staged = { ...small, plan: { tp: 1, pp: 4, ep: 8, schedule: '1f1b' } };

test('the timeline is zoomed, asked by pointer and keyboard, and taken to Perfetto', async () => {
  const { page, faults } = await open(site, linkTo(staged, 'tokens', { view: 'timeline' }));
  const figure = page.locator('#figure-timeline');
  const canvas = figure.locator('canvas');
  await canvas.waitFor();
  const picture = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  await page.waitForFunction(
    () => (document.querySelector('#figure-timeline canvas') as HTMLCanvasElement)?.width > 300,
  );
  await page.waitForTimeout(200);
  const whole = await picture();
  await figure.getByRole('button', { name: 'Zoom in' }).click();
  await page.waitForTimeout(200);
  expect(await picture()).not.toBe(whole);
  await canvas.focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(200);
  expect(await picture()).toBe(whole);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('n');
  expect(await figure.locator('.gantt-told').innerText()).toMatch(/^rank 0, compute: .+; from .+, for /);

  await canvas.hover({ position: { x: 400, y: 36 } });
  expect(await figure.locator('.gantt-tip').innerText()).toMatch(/rank 0, compute/);

  await figure.getByRole('button', { name: 'Operations as a table' }).click();
  expect(await figure.locator('tbody tr').count()).toBeGreaterThan(50);
  await page.waitForSelector('#figure-ranks .main-svg');
  expect(await violations(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'Download Perfetto trace' }).click(),
  ]);
  const trace = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(trace.otherData.timelines).toHaveLength(1);
  expect(new Set(trace.traceEvents.map(({ pid }: { pid: number }) => pid)).size).toBe(4);
  expect(faults).toEqual([]);
  await page.close();
});
