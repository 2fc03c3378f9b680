import { defineConfig } from 'vite';
import { at } from './scripts/project.mjs';
import { catalog } from './scripts/vite-catalog.mjs';
import { eagerPlotly } from './scripts/vite-eager-plotly.mjs';
import { offline } from './scripts/vite-offline.mjs';

/** The page. Relative addresses, so that it can be put in any folder of any static host. */
export default defineConfig({
  root: at('src/app'),
  base: './',
  plugins: [catalog(), offline(), eagerPlotly()],
  worker: { format: 'es', plugins: () => [catalog()] },
  build: {
    outDir: at('dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
  },
});
