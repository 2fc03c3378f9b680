import { defineConfig } from 'vite';
import { at, presentEntries } from './scripts/project.mjs';
import { catalog } from './scripts/vite-catalog.mjs';

/** The Node programs. All lie side by side, so that './node-worker.js' is right from whichever chunk asks for it. */
export default defineConfig({
  plugins: [catalog()],
  publicDir: false,
  // What only the benchmarks of the page use stays outside: it drives programs of its own.
  ssr: { noExternal: true, external: ['vite', 'playwright-core'] },
  build: {
    ssr: true,
    outDir: at('dist/node'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: presentEntries(),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
});
