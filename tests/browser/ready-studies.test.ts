import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { viewFor } from '../../src/app/views';
import { scenarioObject } from '../../src/catalog';
import { linkTo, open, type Site, serve, type Watched } from './serve';

/** Every ready study is opened as a visitor does, from its card in the gallery, and answered in the view of its kind. */

const files = readdirSync(at('scenarios')).filter((name) => name.endsWith('.yaml'));

let site: Site;
let watched: Watched;
beforeAll(async () => {
  site = await serve();
  watched = await open(site, linkTo(scenarioOf('qwen35-one-node.yaml'), 'tokens', { view: 'start' }));
});
afterAll(() => site?.close());

function scenarioOf(file: string) {
  const read = scenarioObject({ file, text: readFileSync(at(`scenarios/${file}`), 'utf8') });
  if (!read.ok) throw new Error(read.errors[0].message);
  return read.value as Parameters<typeof linkTo>[0];
}

/** The answer of the view on show: nothing under way, nothing of an older input, every plot drawn. */
async function answered(page: Page, view: string): Promise<void> {
  await page.waitForSelector(`.views a[data-view="${view}"][aria-current=page]`, { state: 'attached' });
  await page.waitForFunction(
    () =>
      document.querySelector('.view-wait, .plot-wait, [data-stale], [data-sketch]') === null &&
      document.querySelector('.answer-status:not([hidden])') === null &&
      document.querySelector('main table, main .plot') !== null &&
      [...document.querySelectorAll('.plot')].every((plot) =>
        plot.querySelector('.main-svg, svg, canvas:not(.sketch)'),
      ),
    null,
    { timeout: 240_000 },
  );
}

test.each(files)(
  '%s opens from the gallery and is answered in its view',
  async (file) => {
    const { page, faults } = watched;
    const scenario = scenarioOf(file);
    const question = String(scenario.question);
    await page.evaluate(() => {
      location.hash = '';
    });
    await page.locator('.views a[data-view="start"]').first().click();
    await page.locator('.gallery button', { hasText: question }).first().click();
    await answered(page, viewFor(scenario));
    expect(await page.locator('main h1').innerText()).toBe(question);
    expect((await page.locator('.answer-lead').innerText()).length).toBeGreaterThan(20);
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/NaN|undefined|\[object/);
    expect(await page.locator('main [role=alert]:visible').allInnerTexts()).toEqual([]);
    expect(faults).toEqual([]);
    faults.length = 0;
  },
  300_000,
);
