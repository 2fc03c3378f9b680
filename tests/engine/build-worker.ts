import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { at } from '../../scripts/project.mjs';
import { catalog } from '../../scripts/vite-catalog.mjs';

/** Builds a worker's script to a folder of its own, since Node can't run the sources; `remove` takes it away again. */
export async function buildWorker(source: string): Promise<{ url: URL; folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'moe-capacity-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [catalog()],
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: { input: at(source), output: { entryFileNames: 'worker.mjs' } },
    },
  });
  return {
    url: pathToFileURL(join(folder, 'worker.mjs')),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
