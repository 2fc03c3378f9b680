import type { Page } from 'playwright-core';
import { base } from '../../../src/link/link-v1';
import { linkTo, type Site } from '../../browser/serve';
import { median, type Row } from '../measure';

const VISITS = 5;

/** Seconds from the navigation until the painted frame that first holds an element; the median of first visits. */
async function firstSeen(site: Site, link: string, selector: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    // A browser context of its own: nothing is cached, no service worker answers.
    const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchFor, selector);
    await page.goto(site.url + link);
    times.push((await seen(page)) / 1000);
    await page.close();
  }
  return median(times);
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: Promise<number> }).seen);

/** Runs in the page before its own scripts. */
function watchFor(selector: string): void {
  const found = new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  Object.assign(window, { seen: found });
}

/** First visits to the page on a local server. */
export async function firstPaints(site: Site): Promise<Row[]> {
  const compare = linkTo(base.scenario);
  return [
    {
      id: 'page_first_paint',
      name: 'page: first useful paint, the gallery of questions',
      value: await firstSeen(site, '', '.gallery li'),
      unit: 's',
      target: 1,
    },
    {
      id: 'page_first_form',
      name: '  a linked comparison: its form',
      value: await firstSeen(site, compare, 'input[type=range]'),
      unit: 's',
    },
    {
      id: 'page_first_answer',
      name: '  a linked comparison: its answer',
      value: await firstSeen(site, compare, '.answer-cases li'),
      unit: 's',
    },
    {
      id: 'page_first_figure',
      name: '  a linked comparison: its figure, sketched',
      value: await firstSeen(site, compare, '.figure :is([data-sketch], .main-svg)'),
      unit: 's',
    },
    {
      id: 'page_first_plotly',
      name: '  a linked comparison: its figure, drawn by plotly',
      value: await firstSeen(site, compare, '.js-plotly-plot .main-svg'),
      unit: 's',
    },
  ];
}
