import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../../scripts/project.mjs';
import { toJson } from '../../src/cli/json';
import { problemLine } from '../../src/cli/problems';
import { folderWith, moeCapacity, smallScenario } from './spawn';

const files = {
  'small.yaml': smallScenario,
  'system.yaml': smallScenario.replace('dgx-h100', 'dgx-h10'),
  'key.yaml': smallScenario.replace('chips: 64', 'chip: 64'),
  'syntax.yaml': 'model: [qwen3-30b-a3b\nclusters: {\n',
  'empty.yaml': '',
  'binary.yaml': Uint8Array.of(0x6d, 0xff, 0xfe, 0x00, 0x81),
  'huge.yaml': `# ${'x'.repeat(1_000_100)}\n${smallScenario}`,
  'escape.yaml': `model: "\\e[31mred"\nclusters: []\n`,
  'long.yaml': smallScenario.concat('vary: {global_batch: {from: 256, to: 100000, steps: 5000}}\n'),
  'points.json': '{"points": [{"group": "x"}]}',
  'broken.json': '{"points": [',
  'deep.json': `{"points": [{"id": "x", "y": ${'['.repeat(20_000)}${']'.repeat(20_000)}}]}`,
  'many.json': JSON.stringify(Array.from({ length: 10_001 }, (_, i) => ({ id: String(i) }))),
  'kernels.json': '{"format": "moe-capacity-kernels/1", "date": 5}',
};
let folder: ReturnType<typeof folderWith>;
beforeAll(() => {
  folder = folderWith(files);
});
afterAll(() => folder.remove());

const run = (...args: string[]) => moeCapacity(args, { cwd: folder.path });

describe('bad input', () => {
  test.each([
    ['an unknown system', ['compare', 'system.yaml'], /^system\.yaml:5:\d+: .*"dgx-h10".*dgx-h100/],
    ['an unknown key', ['run', 'key.yaml'], /^key\.yaml:5:\d+: .*"chip".*chips/],
    ['broken YAML', ['explain', 'syntax.yaml'], /^syntax\.yaml:\d+:\d+: /],
    ['an empty file', ['compare', 'empty.yaml'], /^empty\.yaml(:\d+)*: /],
    ['a file that is no text', ['compare', 'binary.yaml'], /^binary\.yaml: the file is not UTF-8 text/],
    ['a huge file', ['compare', 'huge.yaml'], /^huge\.yaml: the file is larger than 1 MB/],
    ['no such file', ['compare', 'nowhere.yaml'], /^nowhere\.yaml: cannot be read: there is no such file/],
    ['a folder', ['run', '.'], /^\.: cannot be read: it is a folder/],
    ['a cluster of another name', ['explain', 'small.yaml', '--cluster', 'big'], /^small\.yaml.*big.*small/],
    [
      'a deadline for an objective without one',
      ['search', 'small.yaml', '--deadline', '90 days'],
      /^--deadline: the objective "throughput" does not use it \(expected --objective cost or --objective chips\)/,
    ],
    [
      'a size for an objective without one',
      ['search', 'small.yaml', '--objective', 'time', '--max-chips', '64'],
      /^--max-chips: the objective "time" does not use it/,
    ],
    ['points without fields', ['validate', 'points.json'], /^points\.json: point 0 has no id/],
    ['points that are no JSON', ['validate', 'broken.json'], /^broken\.json: not JSON/],
    ['points without end', ['validate', 'deep.json'], /^deep\.json: the file is nested too deeply/],
    ['too many points', ['validate', 'many.json'], /^many\.json: there are more than 10,000 /],
    ['a field of kernels', ['kernels', 'kernels.json'], /^kernels\.json: date: /],
    ['an unknown command', ['compute', 'small.yaml'], /unknown command 'compute'/],
    ['an unknown option', ['compare', 'small.yaml', '--jsn'], /unknown option '--jsn'/],
    ['no file', ['compare'], /missing required argument 'file'/],
    ['no jobs', ['compare', 'small.yaml', '--jobs', '0'], /expected a whole number from 1 to 256/],
    ['no command', [], /Usage: moe-capacity/],
  ])('%s: exit code 2, one clear message, no stack', async (_, args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |node:internal|Error:.*\n\s+at/m);
  });

  test('does not let a file speak to the terminal', async () => {
    const { code, stderr } = await run('compare', 'escape.yaml');
    expect(code).toBe(2);
    expect(stderr).not.toContain('\u001b');
  });

  test('a line says the place and the remedy once', () => {
    const error = {
      file: 'a.yaml',
      line: 3,
      column: 7,
      path: 'x',
      message: 'unknown "h10"',
      expected: 'a chip',
    };
    expect(problemLine({ ...error, nearest: 'h100' })).toBe(
      'a.yaml:3:7: unknown "h10" (expected a chip; nearest: h100)',
    );
    expect(problemLine({ ...error, message: 'did you mean h100?', nearest: 'h100', line: null })).toBe(
      'a.yaml: did you mean h100? (expected a chip)',
    );
  });
});

describe('help', () => {
  test('lists the commands and the exit codes, and is not an error', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['run', 'compare', 'explain', 'validate', 'Exit codes'])
      expect(stdout).toContain(word);
    expect((await run('explain', '--help')).stdout).toContain('--cluster <name>');
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** A run stopped while it has rows: a busy machine needs longer to come to the first. */
async function interrupted(jobs: string) {
  for (const afterMs of [8000, 16_000, 32_000]) {
    const signal = { name: 'SIGINT' as const, afterMs };
    const result = await moeCapacity(['run', 'long.yaml', '--json', '--jobs', jobs], {
      cwd: folder.path,
      signal,
    });
    if (!result.stderr.startsWith('stopped: 0 of')) return result;
  }
  throw new Error('no part was finished in 32 seconds');
}

describe('Ctrl-C', () => {
  test.each(['1', '2'])(
    'with %s jobs stops cleanly and keeps the finished rows',
    async (jobs) => {
      const { code, stdout, stderr } = await interrupted(jobs);
      expect(code).toBe(130);
      expect(stderr).toMatch(/^stopped: \d+ of 400 parts were finished\n$/);
      const report = JSON.parse(stdout);
      expect(report.incomplete.parts).toBe(400);
      expect(report.columns.value).toHaveLength(25 * report.incomplete.parts_done);
      expect(report.columns.value.length).toBeGreaterThan(0);
      expect(report.columns.value.length).toBeLessThan(10_000);
    },
    120_000,
  );
});

test('JSON has columns as lists and no number that is none', () => {
  expect(JSON.parse(toJson({ a: Float64Array.of(1, Number.NaN), b: [null] }))).toEqual({
    a: [1, null],
    b: [null],
  });
});

describe('a bug', () => {
  test('is one line and a hint with exit code 1; its stack comes only when asked for', async () => {
    const broken = folderWith({ 'small.yaml': smallScenario });
    for (const part of ['bin', 'dist/node', 'package.json']) {
      cpSync(at(part), join(broken.path, part), { recursive: true });
    }
    rmSync(join(broken.path, 'dist/node/node-worker.js'));
    const args = ['compare', 'small.yaml', '--jobs', '2'];
    const program = join(broken.path, 'bin/moe-capacity.js');
    const { code, stdout, stderr } = await moeCapacity(args, { cwd: broken.path, program });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^moe-capacity: internal error: .*its worker died 3 times.*\n.*MOE_CAPACITY_DEBUG=1.*\n$/,
    );
    const env = { MOE_CAPACITY_DEBUG: '1' };
    expect((await moeCapacity(args, { cwd: broken.path, program, env })).stderr).toMatch(/\n +at /);
    broken.remove();
  });
});
