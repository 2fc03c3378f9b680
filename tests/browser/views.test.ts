import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VIEWS } from '../../src/app/views';
import { sideways, violations } from './axe';
import { linkTo, open, type Site, serve, small, type Watched } from './serve';

let site: Site;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site?.close());

/** The view on show, its answer there and nothing under way. */
async function shown(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`.views a[data-view="${id}"][aria-current=page]`, { state: 'attached' });
  await page.waitForSelector('main h1');
  await page.waitForFunction(
    () =>
      document.querySelector('.view-wait, .plot-wait, [data-stale], [data-sketch]') === null &&
      document.querySelector('.answer-status:not([hidden])') === null &&
      [...document.querySelectorAll('.plot')].every((plot) =>
        plot.querySelector('.main-svg, svg, canvas:not(.sketch)'),
      ),
    null,
    { timeout: 120_000 },
  );
}

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ colorScheme, width })),
);

/** One page for all views: a link within the page changes its state and no more, as for a visitor. */
async function visitAll({ page }: Watched, lang: string): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of VIEWS) {
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      linkTo(small, 'tokens', { view: id, lang }),
    );
    await shown(page, id);
    if ((await page.evaluate(() => document.documentElement.lang)) !== lang)
      found.push(`${id}: not in ${lang}`);
    for (const { colorScheme, width } of LOOKS) {
      const look = `${id}, ${colorScheme} at ${width} px`;
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme });
      await shown(page, id);
      found.push(...(await violations(page)).map((line) => `${look}: ${line}`));
      if ((await sideways(page)) > 0) found.push(`${look}: scrolls sideways`);
    }
  }
  return found;
}

test.each(['en', 'zh'])(
  'every view opens from its link without barrier, light and dark, wide and narrow, in %s',
  async (lang) => {
    const watched = await open(site, linkTo(small, 'tokens', { view: 'start', lang }));
    expect(await visitAll(watched, lang)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.page.close();
  },
  300_000,
);
