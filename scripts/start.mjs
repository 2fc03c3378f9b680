// `npm start`: answers a first question in the terminal, then serves the page.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import { at, root } from './project.mjs';

const asked = process.env.PORT ?? '4173';
const port = Number(asked);
if (!/^\d+$/.test(asked) || port > 65535) {
  console.error(`PORT is "${asked}", expected a number from 0 (any free port) to 65535.`);
  process.exit(2);
}

const study = 'scenarios/glm5-ascend-vs-h100.yaml';
console.log(`$ npx moe-capacity compare ${study}\n`);
const answer = spawnSync(process.execPath, [at('bin/moe-capacity.js'), 'compare', study], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});

if (!existsSync(at('dist/page/index.html'))) {
  console.error('There is no page to serve: run `npm run build`.');
  process.exit(answer.status || 1);
}
const server = await preview({
  configFile: at('vite.config.ts'),
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port, strictPort: false },
});
console.log(`\nThe page: ${server.resolvedUrls?.local[0]}  (Ctrl-C stops)`);
