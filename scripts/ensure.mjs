// Makes `npm test` and `npm start` work on a clone with nothing installed: Node version, packages, build, browser.
// Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { findChromium, howToGetChromium, installChromium } from './chromium.mjs';
import { nodeTooOld, reasonToBuild, reasonToInstall, root } from './project.mjs';

const tooOld = nodeTooOld();
if (tooOld) stop(tooOld, 2);

const toInstall = reasonToInstall();
if (toInstall) {
  console.log(`${toInstall}: npm ci`);
  must('npm ci --no-audit --no-fund');
}

const toBuild = reasonToBuild();
if (toBuild) {
  console.log(`${toBuild}: npm run build`);
  must('npm run --silent build');
}

if (process.argv.includes('--browser')) {
  try {
    if (!(await findChromium())) {
      console.log('no Chromium found: installing one');
      installChromium();
      if (!(await findChromium())) stop(howToGetChromium, 2);
    }
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error), 2);
  }
}

/** @param {string} command */
function must(command) {
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) stop(`\`${command}\` failed (see above).`, status || 1);
}

/** @param {string} message @param {number} status @returns {never} */
function stop(message, status) {
  console.error(message);
  process.exit(status);
}
