import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { at, nodeTooOld } from '../../scripts/project.mjs';

const folder = mkdtempSync(join(tmpdir(), 'moe-capacity-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.1.0', true],
])('Node %s is new enough: %s', (version, enough) => {
  expect(nodeTooOld(version) === undefined).toBe(enough);
});

test('a CHROME_PATH that cannot be run is an error, not passed over', async () => {
  await expect(findChromium({ CHROME_PATH: join(folder, 'none'), PATH: process.env.PATH })).rejects.toThrow(
    'CHROME_PATH',
  );
});

test.skipIf(process.platform === 'win32')('Chromium is found on the PATH', async () => {
  const file = join(folder, 'chromium-browser');
  writeFileSync(file, '', { mode: 0o755 });
  expect(await findChromium({ PATH: folder })).toBe(file);
});

test('before the build the command says what to run', () => {
  const clone = join(folder, 'clone');
  mkdirSync(clone);
  cpSync(at('bin'), join(clone, 'bin'), { recursive: true });
  writeFileSync(join(clone, 'package.json'), '{"type": "module"}');
  const ask = () => spawnSync(process.execPath, [join(clone, 'bin/moe-capacity.js')], { encoding: 'utf8' });
  expect(ask()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('`npm ci`') });
  mkdirSync(join(clone, 'node_modules/vite'), { recursive: true });
  expect(ask()).toMatchObject({ status: 2, stderr: expect.stringContaining('`npm run build`') });
  mkdirSync(join(clone, 'dist/node'), { recursive: true });
  writeFileSync(join(clone, 'dist/node/cli.js'), 'console.log(process.argv.length)');
  expect(ask()).toMatchObject({ status: 0, stdout: '2\n', stderr: '' });
});
