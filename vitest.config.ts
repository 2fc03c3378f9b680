import { defineConfig } from 'vitest/config';
import { catalog } from './scripts/vite-catalog.mjs';

export default defineConfig({
  plugins: [catalog()],
  test: {
    reporters: ['default', './tests/house/plain-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          setupFiles: ['tests/setup.ts'],
          // Spawned programs on a busy machine are slow; a test never asserts on time.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What the page comes to in a moment may take a busy machine longer than the usual second.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
