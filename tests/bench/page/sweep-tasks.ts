import { base } from '../../../src/link/link-v1';
import { linkTo, open, type Site, settled } from '../../browser/serve';
import type { Row } from '../measure';

const POINTS = 1000;

interface Noted {
  tasks: { startTime: number; duration: number }[];
  /** Milliseconds of the page's clock. */
  began: number;
  ended: number;
}

/**
 * The longest task of the page's thread from the start of a sweep of four clusters to its last point; and apart the one
 * in which plotly draws it once the page is at rest.
 */
export async function sweepTasks(site: Site): Promise<Row[]> {
  const { page } = await open(site, linkTo(base.scenario));
  await settled(page);
  await page.waitForTimeout(1500);
  const sweep = {
    ...base.scenario,
    vary: { scale_out_bandwidth: { from: '10 GB/s', to: '400 GB/s', steps: POINTS } },
  };
  await page.evaluate(
    (hash) => {
      const tasks: { startTime: number; duration: number }[] = [];
      new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
      }).observe({ type: 'longtask' });
      const noted = { tasks, began: performance.now(), ended: Number.NaN };
      // The end is seen in the page: asked for from outside, it would be known only after what follows it.
      let slow = false;
      new MutationObserver(() => {
        const status = document.querySelector('.answer-status');
        if (status && !status.hasAttribute('hidden')) slow = true;
        else if (slow && status) {
          slow = false;
          noted.ended = performance.now();
        }
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['hidden'] });
      Object.assign(window, { noted });
      // In a task of its own, which these lines are not a part of.
      setTimeout(() => {
        location.hash = hash;
      });
    },
    linkTo(sweep, 'tokens', { view: 'sweep' }),
  );
  await page.waitForSelector('#figure-varied :is(.main-svg, canvas)', {
    state: 'attached',
    timeout: 120_000,
  });
  await page.waitForSelector('.answer-status[hidden]', { state: 'attached', timeout: 300_000 });
  await settled(page, 'varied');
  await page.waitForTimeout(500);
  const { tasks, began, ended } = await page.evaluate(() => {
    return (window as unknown as { noted: Noted }).noted;
  });
  if (Number.isNaN(ended)) throw new Error('the end of the sweep was not seen');
  const during = tasks.filter(({ startTime }) => startTime < ended).map(({ duration }) => duration);
  const after = tasks.filter(({ startTime }) => startTime >= ended).map(({ duration }) => duration);
  await page.close();
  return [
    {
      id: 'page_longest_task',
      name: 'page: longest task over 50 ms in a sweep, 0 where none is',
      value: Math.max(0, ...during) / 1000,
      unit: 's',
      target: 0.05,
    },
    { id: 'page_long_tasks', name: '  tasks over 50 ms', value: during.length, unit: '' },
    { id: 'page_sweep', name: `  the sweep, 4 × ${POINTS} points`, value: (ended - began) / 1000, unit: 's' },
    {
      id: 'page_rest_task',
      name: '  longest task when plotly draws it at rest',
      value: Math.max(0, ...after) / 1000,
      unit: 's',
    },
  ];
}
