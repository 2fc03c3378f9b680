// Run by npm after an install. An install that brought no build tools is not an error: npx may link an empty clone.
import { existsSync } from 'node:fs';
import { at } from './project.mjs';

if (existsSync(at('node_modules/vite'))) await import('./build.mjs');
else if (!existsSync(at('dist/node/cli.js')))
  console.log('moe-capacity: not built yet, its build tools are not installed: run `npm ci`.');
