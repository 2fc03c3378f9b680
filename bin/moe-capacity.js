#!/usr/bin/env node
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const cli = new URL('../dist/node/cli.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(`moe-capacity needs Node 20.19 or newer; this is ${process.versions.node}.`);
} else if (!existsSync(cli)) {
  const installed = existsSync(new URL('../node_modules/vite', import.meta.url));
  fail(
    `moe-capacity is not built yet: run \`${installed ? 'npm run build' : 'npm ci'}\` in its folder first.`,
  );
} else {
  await import(cli.href);
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
