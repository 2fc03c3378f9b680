// Builds the page (dist/page), the Node programs (dist/node) and the library with its types (dist/lib).
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { at, buildStamp, pageEntry, presentEntries } from './project.mjs';

const began = new Date();
rmSync(at('dist'), { recursive: true, force: true });

const entries = presentEntries();
const types = entries.lib ? emitTypes() : Promise.resolve(0);
if (existsSync(pageEntry())) await build({ configFile: at('vite.config.ts'), logLevel: 'warn' });
if (Object.keys(entries).length > 0) await build({ configFile: at('vite.cli.config.ts'), logLevel: 'warn' });
const failed = await types;
if (entries.lib) writeFileSync(at('dist/lib/index.js'), "export * from '../node/lib.js';\n");

if (failed) {
  console.error('The build stopped: the types of the library could not be written (see above).');
  process.exit(failed);
}
mkdirSync(at('dist'), { recursive: true });
writeFileSync(buildStamp(), '');
utimesSync(buildStamp(), began, began);
console.log(`built in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s`);

/** @returns {Promise<number>} the exit status of tsc */
async function emitTypes() {
  mkdirSync(at('dist/lib'), { recursive: true });
  const tsc = spawn(
    process.execPath,
    [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.lib.json')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const status = await new Promise((resolve) => tsc.on('close', resolve));
  if (status === 0) completeSpecifiers(at('dist/lib'));
  return status ?? 1;
}

/** The sources import without extensions; Node's own resolution wants whole file names, in declarations too. @param {string} folder */
function completeSpecifiers(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) completeSpecifiers(path);
    else if (path.endsWith('.d.ts')) {
      const whole = readFileSync(path, 'utf8').replace(
        /((?:from|import\()\s*)(['"])(\.[^'"]*)\2/g,
        (_, before, quote, specifier) => {
          const target = join(folder, specifier);
          const file = existsSync(`${target}.d.ts`) ? `${specifier}.js` : `${specifier}/index.js`;
          return `${before}${quote}${file}${quote}`;
        },
      );
      writeFileSync(path, whole);
    }
  }
}
