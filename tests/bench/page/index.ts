import { findChromium, howToGetChromium } from '../../../scripts/chromium.mjs';
import { serve } from '../../browser/serve';
import type { Row } from '../measure';
import { loadBytes } from './bytes';
import { inputToPlot } from './latency';
import { firstPaints } from './paint';
import { sweepTasks } from './sweep-tasks';

/** The built page in a real browser, beside the numbers that it is held to. Without a browser it says so and stops. */
export async function* page(): AsyncGenerator<Row[]> {
  if (!(await findChromium())) throw new Error(howToGetChromium);
  yield loadBytes();
  const site = await serve();
  try {
    for (const measure of [firstPaints, inputToPlot, sweepTasks]) yield await measure(site);
  } finally {
    await site.close();
  }
}
