import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { at } from '../../scripts/project.mjs';
import { folderWith, moeCapacity, smallScenario } from '../cli/spawn';
import { startSlurm, whyNoSlurm } from './slurm';

const program = at('bin/moe-capacity.js');
const folder = folderWith({
  'sweep.yaml': `${smallScenario}vary: {experts: [64, 128], chips: [16, 32]}\n`,
  // The program under the name that a container has it by.
  'moe-capacity': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
});
execFileSync('chmod', ['755', join(folder.path, 'moe-capacity')]);
afterAll(() => folder.remove());
const scenario = join(folder.path, 'sweep.yaml');

async function singleMachine(): Promise<string> {
  const { code, stdout, stderr } = await moeCapacity(['sweep', scenario]);
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

interface Job {
  spec: {
    completionMode?: string;
    completions?: number;
    template: {
      spec: { containers: { command: string[]; env: { name: string; value: string }[] }[] };
    };
  };
}

describe('jobs for Kubernetes', () => {
  const container = (name: string) => {
    const job: Job = parse(readFileSync(at(`jobs/${name}.yaml`), 'utf8'));
    return { ...job.spec, ...job.spec.template.spec.containers[0] };
  };
  const run = ([shell, ...args]: string[], env: Record<string, string>) =>
    execFileSync(shell, args, {
      env: { ...env, PATH: `${folder.path}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  test('ask for as many pods as there are shards', () => {
    const { completionMode, completions, env } = container('kubernetes-sweep');
    expect(completionMode).toBe('Indexed');
    expect(env).toContainEqual({ name: 'SHARDS', value: String(completions) });
  });

  test('what their pods run gives the table of a single machine', async () => {
    const table = join(folder.path, 'pods');
    mkdirSync(table);
    const env = { SCENARIO: scenario, FOLDER: table, SHARDS: '2' };
    const { command } = container('kubernetes-sweep');
    for (const index of ['0', '1']) run(command, { ...env, JOB_COMPLETION_INDEX: index });
    run(container('kubernetes-merge').command, env);
    expect(readFileSync(join(table, 'table.csv'), 'utf8')).toBe(await singleMachine());
  }, 120_000);
});

const noSlurm = whyNoSlurm();
describe(`jobs for Slurm${noSlurm ? ` (skipped: ${noSlurm})` : ''}`, () => {
  test.skipIf(noSlurm !== null)(
    'an array of tasks gives the table of a single machine',
    async () => {
      const slurm = await startSlurm();
      try {
        const parts = join(slurm.folder, 'parts');
        const table = join(slurm.folder, 'table.csv');
        const env = `--export=ALL,MOE_CAPACITY=${join(folder.path, 'moe-capacity')}`;
        const log = `--output=${slurm.folder}/log-%a`;
        await slurm.run(
          'sbatch',
          '--wait',
          env,
          log,
          '--array=0-2',
          at('jobs/slurm-sweep.sh'),
          scenario,
          parts,
        );
        await slurm.run('sbatch', '--wait', env, log, at('jobs/slurm-merge.sh'), parts, table);
        expect(readFileSync(table, 'utf8')).toBe(await singleMachine());
        // Some tasks again: their parts are finished, and stay.
        const again = `--export=ALL,MOE_CAPACITY=${join(folder.path, 'moe-capacity')},SHARDS=3`;
        await slurm.run(
          'sbatch',
          '--wait',
          again,
          log,
          '--array=1',
          at('jobs/slurm-sweep.sh'),
          scenario,
          parts,
        );
        expect(readFileSync(join(slurm.folder, 'log-1'), 'utf8')).toContain(
          'holds all rows of this shard already',
        );
      } finally {
        await slurm.stop();
      }
    },
    240_000,
  );
});
