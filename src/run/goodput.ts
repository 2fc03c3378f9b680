import type { Cluster } from '../hardware';
import type { RunAssumptions } from './types';

const SECONDS_PER_DAY = 86400;

/**
 * Share of wall time that trains: failures arrive at a rate proportional to the nodes, each costs a restart and half a
 * checkpoint interval; checkpoints every √(2·w/λ) (Young) block for w. Evaluations, rewinds and maintenance take
 * `otherLossShare` on top.
 */
export function goodput(cluster: Cluster, run: RunAssumptions): number {
  const nodes = cluster.chips / 8;
  const failuresPerSecond = (nodes * run.failuresPer1000NodeDays) / 1000 / SECONDS_PER_DAY;
  if (failuresPerSecond <= 0) return 1 - run.otherLossShare;
  const write = run.checkpointBlockingSeconds;
  const interval = Math.sqrt((2 * write) / failuresPerSecond);
  const lost = failuresPerSecond * (run.restartSeconds + interval / 2);
  return (Math.max(0, 1 - lost) / (1 + write / interval)) * (1 - run.otherLossShare);
}
