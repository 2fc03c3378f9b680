import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'sinfo'];

/** Why no Slurm can be started here, or null. */
export function whyNoSlurm(): string | null {
  const missing = PROGRAMS.filter((program) => programAt(program) === null);
  if (missing.length > 0) return `not installed: ${missing.join(', ')} (Debian: apt-get install slurm-wlm)`;
  return process.getuid?.() === 0 ? null : 'slurmd and munged want root here';
}

function programAt(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? null;
}

interface Slurm {
  folder: string;
  /** Runs a Slurm client against this cluster and gives its output. */
  run(program: 'sbatch' | 'sinfo', ...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** A Slurm cluster of this one machine, apart from any other: own ports, key and folders. */
export async function startSlurm(): Promise<Slurm> {
  const folder = mkdtempSync(join(tmpdir(), 'slurm-here-'));
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'munge.key'), randomBytes(64), { mode: 0o600 });
  const conf = join(folder, 'slurm.conf');
  writeFileSync(conf, configuration(folder, await freePort(), await freePort()));
  const env = { ...process.env, SLURM_CONF: conf };
  const daemons: ChildProcess[] = [];
  const daemon = (program: string, ...args: string[]) => {
    const child = spawn(programAt(program) ?? program, args, { env, stdio: 'ignore' });
    daemons.push(child);
  };
  const stop = async () => {
    for (const child of daemons.reverse()) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill()) await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const run: Slurm['run'] = async (program, ...args) =>
    (await promisify(execFile)(programAt(program) ?? program, args, { env, cwd: folder })).stdout;
  try {
    const at = (name: string) => join(folder, name);
    daemon(
      'munged',
      ...['-F', '--force', `--socket=${at('munge.socket')}`, `--key-file=${at('munge.key')}`],
      ...[
        `--log-file=${at('munge.log')}`,
        `--pid-file=${at('munge.pid')}`,
        `--seed-file=${at('munge.seed')}`,
      ],
    );
    await until(() => existsSync(at('munge.socket')));
    daemon('slurmctld', '-D', '-f', conf, '-L', at('ctld.log'));
    daemon('slurmd', '-D', '-f', conf, '-L', at('slurmd.log'));
    await until(() => isIdle(env));
  } catch (error) {
    const logs = ['munge.log', 'ctld.log', 'slurmd.log'].map((name) => join(folder, name)).filter(existsSync);
    const tails = logs.map((log) => readFileSync(log, 'utf8').split('\n').slice(-8).join('\n'));
    await stop();
    throw new Error(`${String(error)}\n${tails.join('\n')}`);
  }
  return { folder, run, stop };
}

const configuration = (folder: string, controller: number, node: number): string => {
  const host = hostname().split('.')[0];
  return `ClusterName=here
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
SlurmctldPort=${controller}
SlurmdPort=${node}
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/ctld.pid
SlurmdPidFile=${folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=500 State=UNKNOWN
PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP
`;
};

function isIdle(env: NodeJS.ProcessEnv): boolean {
  try {
    const said = execFileSync('sinfo', ['--noheader', '--format=%T'], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return String(said).trim() === 'idle';
  } catch {
    return false;
  }
}

async function until(ready: () => boolean): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('Slurm did not start');
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
