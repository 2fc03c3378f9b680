import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { fileProblem, writeOutput } from '../../src/cli/output-file';
import { folderWith, moeCapacity, smallScenario } from './spawn';

const folder = folderWith({ 'old.txt': 'old', 'small.yaml': smallScenario });
afterAll(() => folder.remove());
const inFolder = (name: string) => join(folder.path, name);

test('what cannot be written is found before the work', () => {
  mkdirSync(inFolder('sub'));
  expect(fileProblem(inFolder('new.txt'))).toBeNull();
  expect(fileProblem(inFolder('old.txt'))).toBeNull();
  expect(fileProblem('/dev/null')).toBeNull();
  expect(fileProblem(inFolder('sub'))?.message).toBe('cannot be written: it is a folder');
  expect(fileProblem(inFolder('old.txt/new.txt'))?.message).toBe(
    'cannot be written: a part of the path is not a folder',
  );
  expect(fileProblem(inFolder('no/new.txt'))?.message).toBe(
    `cannot be written: there is no folder ${inFolder('no')}`,
  );
});

test('a write that fails leaves nothing of its own and what was there', () => {
  expect(writeOutput(inFolder('old.txt/new.txt'), 'new')?.message).toMatch(/^cannot be written/);
  expect(writeOutput(inFolder('sub'), 'new')?.message).toMatch(/^cannot be written/);
  expect(readFileSync(inFolder('old.txt'), 'utf8')).toBe('old');
  expect(writeOutput(inFolder('old.txt'), 'new')).toBeNull();
  expect(readFileSync(inFolder('old.txt'), 'utf8')).toBe('new');
  expect(readdirSync(folder.path).sort()).toEqual(['old.txt', 'small.yaml', 'sub']);
});

test('trace says that its file cannot be written before it prints anything', async () => {
  const run = await moeCapacity(['trace', 'small.yaml', '--out', 'sub'], { cwd: folder.path });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('sub: cannot be written: it is a folder');
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk is no bug, and its exit code tells, even where nothing else can',
  () => {
    const full = openSync('/dev/full', 'w');
    const run = (args: string[], ...outputs: (number | 'pipe')[]) =>
      spawnSync(process.execPath, [at('bin/moe-capacity.js'), ...args], {
        cwd: folder.path,
        stdio: ['ignore', ...outputs],
        encoding: 'utf8',
      });
    const answer = run(['compare', 'small.yaml'], full, 'pipe');
    expect(answer.status).toBe(2);
    expect(answer.stderr).toMatch(/^standard output: cannot be written: no space is left \(expected .*\)\n$/);
    expect(run(['compare', 'nowhere.yaml'], 'pipe', full).status).toBe(2);
    closeSync(full);
  },
);

test('a report of claims that is stopped is not written', async () => {
  const signal = { name: 'SIGINT' as const, afterMs: 0 };
  for (const afterMs of [1500, 4000]) {
    const args = ['claims', '--report', 'claims.html', '--jobs', '2'];
    const run = await moeCapacity(args, { cwd: folder.path, signal: { ...signal, afterMs } });
    if (run.code === 0) break;
    expect(existsSync(inFolder('claims.html'))).toBe(false);
    if (run.code !== 130 || !run.stderr.includes('claims.html')) continue;
    expect(run).toMatchObject({ code: 130, stdout: '' });
    expect(run.stderr).toMatch(/^stopped: .*\nclaims.html was not written\n$/);
    if (!run.stderr.startsWith('stopped: 0 of')) break;
  }
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 60_000);
