import type { ElementHandle, Page } from 'playwright-core';
import { base } from '../../../src/link/link-v1';
import { linkTo, open, type Site, settled } from '../../browser/serve';
import { median, quantile, type Row } from '../measure';

const MOVES = 80;
const PATIENCE_MS = 20_000;
/** The first moves compile the code. */
const WARM = 20;

/** From a movement of a slider to the painted frame with the figure that answers it: four clusters, planned anew. */
export async function inputToPlot(site: Site): Promise<Row[]> {
  const { page } = await open(site, linkTo(base.scenario));
  await settled(page);
  await page.waitForTimeout(1500);
  // Looking for them by their labels in each move would take the page's thread.
  const sliders = await Promise.all(
    ['Routed experts per layer, slider', 'Experts per token (top-k), slider'].map(async (label) => {
      const slider = await page.getByLabel(label, { exact: true }).elementHandle();
      if (!slider) throw new Error(`no ${label}`);
      return slider;
    }),
  );
  await page.evaluate(watchFigure);
  const busy = await threadTime(page);
  const times: number[] = [];
  let before = 0;
  for (let move = 0; move < WARM + MOVES; move++) {
    if (move === WARM) before = await busy();
    times.push((await moved(page, sliders, move)) / 1000);
  }
  const used = (await busy()) - before;
  await page.close();
  const counted = times.slice(WARM);
  return [
    {
      id: 'page_latency_p95',
      name: 'page: input to plot, four clusters, 95th percentile',
      value: quantile(counted, 0.95),
      unit: 's',
      target: 0.05,
    },
    { id: 'page_latency_median', name: '  median', value: median(counted), unit: 's' },
    { id: 'page_latency_first', name: '  the first input of a visit', value: times[0], unit: 's' },
    {
      id: 'page_thread_time',
      name: '  the page’s thread at work for an input, by its own clock',
      value: used / MOVES,
      unit: 's',
    },
    { id: 'page_latency_best', name: `  fastest of ${MOVES}`, value: Math.min(...counted), unit: 's' },
  ];
}

/** Seconds that the page's thread has worked so far: other programs on the machine do not count in it. */
async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

/**
 * One step of a slider; milliseconds until its figure is painted. Back and forth with the experts, at each turn a step
 * of the experts for each token: all clusters are planned anew, and no question is asked twice, as the page would know
 * its answer.
 */
async function moved(page: Page, sliders: readonly ElementHandle[], move: number): Promise<number> {
  const turn = move % 6 === 5;
  if (turn || move % 6 === 0) await sliders[turn ? 1 : 0].focus();
  await page.keyboard.press((turn ? move % 60 < 30 : move % 12 < 6) ? 'ArrowRight' : 'ArrowLeft');
  const drawn = await page.waitForFunction(
    (at) => (window as unknown as { plots: number[] }).plots[at],
    move,
    { polling: 50, timeout: PATIENCE_MS },
  );
  // In a user's pause the address is written, and plotly draws what was sketched.
  await page.waitForSelector('#figure-throughput .plot:not([data-sketch])', { state: 'attached' });
  await page.waitForTimeout(100);
  return drawn.jsonValue() as Promise<number>;
}

/** Runs in the page: notes how long it takes from an input to the painted frame with the figure that answers it. */
function watchFigure(): void {
  const figure = document.querySelector('#figure-throughput');
  const plot = figure?.querySelector('.js-plotly-plot') as
    | (Element & { on(name: string, then: () => void): void })
    | null;
  if (!figure || !plot) throw new Error('no figure is drawn');
  const plots: number[] = [];
  let began = 0;
  addEventListener(
    'input',
    (event) => {
      began = event.timeStamp;
    },
    true,
  );
  const answered = () => {
    if (began === 0 || figure.hasAttribute('data-stale')) return;
    const since = began;
    began = 0;
    // The frame is painted between these two.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => plots.push(performance.now() - since);
      port2.postMessage(null);
    });
  };
  plot.on('plotly_afterplot', answered);
  // A sketch bears a number, a new one each time that it is painted.
  const sketched = new MutationObserver(answered);
  sketched.observe(figure, { subtree: true, attributeFilter: ['data-sketch'] });
  Object.assign(window, { plots });
}
