import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../scripts/project.mjs';

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface SpawnOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Another copy of the program. */
  program?: string;
  /** Send this signal after so many milliseconds. */
  signal?: { name: NodeJS.Signals; afterMs: number };
}

/** Runs the built program as a user would. */
export function moeCapacity(
  args: string[],
  { cwd, env, program, signal }: SpawnOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program ?? at('bin/moe-capacity.js'), ...args], {
      cwd: cwd ?? at('.'),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        out[name] += text;
      });
    }
    if (signal) setTimeout(() => child.kill(signal.name), signal.afterMs).unref();
    child.on('error', reject).on('close', (code) => resolve({ code, ...out }));
  });
}

/** A folder with the given files, for one test file. */
export function folderWith(files: Record<string, string | Uint8Array>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'moe-capacity-cli-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A small question that takes a fraction of a second. */
export const smallScenario = `question: How fast is a small cluster?
model: qwen3-30b-a3b
training: {tokens: 1T, sequence: 4096, global_batch: 256 sequences, precision: bf16}
clusters:
  - {name: small, system: dgx-h100, chips: 64, stack: megatron-2025}
  - {name: smaller, system: dgx-h100, chips: 16, stack: megatron-2025}
`;
