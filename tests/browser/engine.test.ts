import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import measured from 'virtual:measured';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs';
import { at } from '../../scripts/project.mjs';
import { catalog } from '../../scripts/vite-catalog.mjs';
import { inlineEngine } from '../../src/engine';
import { bits, tasksWith } from '../engine/cases';
import type { AnswerAll } from './engine-page';

test('Web Workers in Chromium give the same bits as the inline engine in Node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moe-capacity-engine-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    root: at('.'),
    base: './',
    publicDir: false,
    plugins: [catalog()],
    worker: { format: 'es', plugins: () => [catalog()] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: at('tests/browser/engine-page.ts'),
        output: { entryFileNames: 'page.js' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./page.js"></script>');
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    root: folder,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'answerAll' in globalThis);
    const tasks = tasksWith(measured.points);
    const inWorkers = await page.evaluate(
      (asked) => (globalThis as unknown as { answerAll: AnswerAll }).answerAll(asked),
      tasks,
    );
    const engine = inlineEngine();
    const inline: string[] = [];
    for (const task of tasks) inline.push(bits(await engine.run(task)));
    expect(inline.map((text) => text.startsWith('{"ok":true'))).toContain(true);
    expect(inWorkers).toEqual(inline);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
