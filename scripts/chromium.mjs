// Finds a Chromium for the browser tests, or installs one. Node built-ins only, but for playwright's own copy.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { at } from './project.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];

const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

export const howToGetChromium = `The browser tests need Chromium, and none was found. Do one of:
  CHROME_PATH=/path/to/chrome npm test    use one that you have
  apt-get install -y chromium             on Debian or Ubuntu, as root
  npx playwright-core install chromium    download one
  npm run test:node                       run everything that needs no browser`;

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium, or undefined. A CHROME_PATH that cannot be run is an error, never passed over.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(env = process.env) {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, which is not a program that can be run.`);
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  const usual = process.platform === 'darwin' || process.platform === 'win32' ? places[process.platform] : [];
  const found = [...onPath, ...usual].find(isExecutable);
  if (found || !existsSync(at('node_modules/playwright-core'))) return found;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own && isExecutable(own) ? own : undefined;
}

/**
 * What playwright's `chromium.launch` needs; throws with the ways to get a Chromium when there is none.
 * @returns {Promise<{executablePath: string, args: string[]}>}
 */
export async function chromiumLaunchOptions() {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(howToGetChromium);
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}

/** Tries the system's packages as root on Debian and its kin, else playwright's download. */
export function installChromium() {
  /** @param {string} command @param {string[]} args */
  const run = (command, args) =>
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  const debianRoot =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const installed =
    debianRoot &&
    run('apt-get', ['update']) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei']);
  if (!installed) {
    run(process.execPath, [at('node_modules/playwright-core/cli.js'), 'install', '--with-deps', 'chromium']);
  }
}
