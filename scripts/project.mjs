// What the build scripts share: where things are, and whether the build is up to date. Node built-ins only.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: the nearest one above, as a program that holds this file lies elsewhere. */
export const root = packageAbove(dirname(fileURLToPath(import.meta.url)));

/** @param {string} folder @returns {string} */
function packageAbove(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : packageAbove(dirname(folder));
}

/** @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/** Entries of the Node build: output name → source. */
const nodeEntries = {
  cli: 'src/cli/main.ts',
  'node-worker': 'src/engine/node-worker.ts',
  lib: 'src/index.ts',
  bench: 'tests/bench/main.ts',
  calibrate: 'src/cli/calibrate.ts',
};

/** The entries whose source exists, as absolute paths. */
export const presentEntries = () =>
  Object.fromEntries(
    Object.entries(nodeEntries)
      .map(([name, file]) => [name, at(file)])
      .filter(([, file]) => existsSync(file)),
  );

export const pageEntry = () => at('src/app/index.html');

/** Written at the end of a build; its time is the time at which that build began. */
export const buildStamp = () => at('dist/.built');

const buildInputs = [
  'src',
  'scenarios',
  'tests/bench',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.lib.json',
  'vite.config.ts',
  'vite.cli.config.ts',
];

/** The newest modification below `path` in ms; folders count, so that a removed file is seen. @param {string} path @returns {number} */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

/** Why a build is needed, or undefined when dist is newer than all that it is made of. */
export function reasonToBuild() {
  const built = statSync(buildStamp(), { throwIfNoEntry: false });
  if (!built) return 'nothing is built yet';
  const changed = buildInputs.find((input) => newest(at(input)) > built.mtimeMs);
  return changed && `${changed} changed since the last build`;
}

/** Why packages must be installed, or undefined. */
export function reasonToInstall() {
  const installed = statSync(at('node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (!installed) return 'nothing is installed yet';
  return statSync(at('package-lock.json')).mtimeMs > installed.mtimeMs
    ? 'package-lock.json changed since the last install'
    : undefined;
}

/** One line about a Node that is too old, or undefined. */
export function nodeTooOld(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? undefined
    : `moe-capacity needs Node 20.19 or newer; this is ${version}.`;
}
