// `npm run calibrate [-- --report] [-- --dry-run] [-- --json]`: the fit, then the formatter over the files that it wrote.
import { spawnSync } from 'node:child_process';
import { at } from './project.mjs';

const run = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;

const options = process.argv.slice(2);
const failed = run(at('dist/node/calibrate.js'), ...options);
if (failed || options.includes('--dry-run')) process.exit(failed);
process.exit(
  run(
    at('node_modules/@biomejs/biome/bin/biome'),
    'check',
    '--write',
    '--log-level=error',
    at('src/step/fitted.ts'),
    at('src/run/interval-scales.ts'),
    at('src/study/validate/left-out.ts'),
  ),
);
