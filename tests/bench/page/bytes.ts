import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at } from '../../../scripts/project.mjs';
import { firstLoad, withImports } from '../../house/first-load';
import type { Row } from '../measure';

const read = (file: string) => readFileSync(at('dist/page', file), 'utf8');

/**
 * Compressed bytes of what the page's thread loads before the plotting library, of the largest view. The workers'
 * script, the engine with its catalog, comes beside it.
 */
export function loadBytes(): Row[] {
  const scripts = readdirSync(at('dist/page/assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`);
  const size = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  const first = firstLoad(read).filter((file) => file.endsWith('.js'));
  const views = scripts.filter((file) => /\/view-/.test(file));
  const withView = views.map((view) => size([...new Set([...first, ...withImports([view], read)])]));
  const worker = scripts.filter((file) => /\/web-worker-/.test(file));
  return [
    {
      id: 'page_script',
      name: 'page: compressed script before the first figure’s plotly',
      value: Math.max(...withView),
      unit: 'B',
      target: 150_000,
    },
    {
      id: 'page_worker_script',
      name: '  compressed script of the workers, catalog included',
      value: size(worker),
      unit: 'B',
    },
  ];
}
