import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { preview } from 'vite';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { at } from '../../scripts/project.mjs';
import type { JsonObject } from '../../src/app/state/json';
import { type PageState, writeLink } from '../../src/link';

/** The built page on a server of its own, and a Chromium to open it with. */
export interface Site {
  url: string;
  browser: Browser;
  close(): Promise<void>;
}

export async function serve(): Promise<Site> {
  if (!existsSync(at('dist/page/index.html'))) throw new Error('the page is not built: run `npm run build`');
  // A copy: a build while the tests run would take the files away.
  const copy = mkdtempSync(join(tmpdir(), 'moe-capacity-page-'));
  cpSync(at('dist/page'), copy, { recursive: true });
  const server = await preview({
    configFile: at('vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: copy },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the server has no address');
  const browser = await chromium.launch(await chromiumLaunchOptions());
  return {
    url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

/** A page whose faults are on record: messages of level error, exceptions, requests to other places. */
export interface Watched {
  page: Page;
  faults: string[];
}

export async function open(site: Site, link = '', options: BrowserContextOptions = {}): Promise<Watched> {
  const page = await site.browser.newPage({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(site.url) && !/^(data|blob):/.test(address)) faults.push(`foreign: ${address}`);
  });
  await page.goto(site.url + link);
  return { page, faults };
}

/** What stands in the editor; of a text that is all in view. */
export const yamlText = (page: Page): Promise<string> =>
  page.locator('#yaml .cm-line').evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'));

/** Puts a text in the place of the editor's own, by keys: a selection made from outside can be undone by what the editor shows next. */
export async function writeYaml(page: Page, text: string): Promise<void> {
  await page.locator('#yaml').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** A small question, so that answers come in a fraction of a second. */
export const small = {
  question: 'How fast do 64 H100 train a small model?',
  model: 'qwen3-30b-a3b',
  training: { tokens: '1T', sequence: 4096, global_batch: '512 sequences', precision: 'bf16' },
  clusters: [
    { name: 'H100', system: 'dgx-h100', chips: 64, stack: 'megatron-2025' },
    { name: 'A100', system: 'dgx-a100', chips: 64, stack: 'megatron-2025' },
  ],
} satisfies JsonObject;

export const linkTo = (scenario: JsonObject, metric = 'tokens', more: Partial<PageState> = {}): string =>
  writeLink({ scenario, metric, ...more });

/** Waits until what is on show is of the present input, with a figure drawn and nothing under way. */
export async function settled(page: Page, figure = 'throughput'): Promise<void> {
  await page.waitForSelector(`#figure-${figure}:not([data-stale]) .plot:not([data-sketch]) .main-svg`);
  await page.waitForSelector('.answer-status[hidden]', { state: 'attached' });
}

/** The numbers that plotly was given for a figure. */
export function plotted(page: Page, figure: string): Promise<{ name?: string; y: (number | null)[] }[]> {
  return page.locator(`#figure-${figure} .js-plotly-plot`).evaluate((element) =>
    (element as unknown as { data: { name?: string; y: Iterable<number | null> }[] }).data.map(
      ({ name, y }) => ({
        name,
        y: Array.from(y),
      }),
    ),
  );
}
