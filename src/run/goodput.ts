import type { Cluster } from '../hardware';
import { SECONDS_PER_DAY } from '../units';
import type { RunAssumptions } from './types';

const CHIPS_PER_NODE = 8;

/** Seconds between failures that stop a job on so many chips; infinite where none do. */
export function meanTimeBetweenFailures(chips: number, run: RunAssumptions): number {
  const perDay = ((chips / CHIPS_PER_NODE) * run.failuresPer1000NodeDays) / 1000;
  return perDay > 0 ? SECONDS_PER_DAY / perDay : Number.POSITIVE_INFINITY;
}

/**
 * Seconds of work between checkpoints that lose least: Daly's higher-order optimum (2006), which for checkpoints much
 * shorter than the time between failures is Young's √(2·w·M).
 */
export function checkpointInterval(write: number, mean: number): number {
  if (!Number.isFinite(mean)) return Number.POSITIVE_INFINITY;
  if (write >= 2 * mean) return mean;
  const share = write / (2 * mean);
  return Math.sqrt(2 * write * mean) * (1 + Math.sqrt(share) / 3 + share / 9) - write;
}

/**
 * Share of wall time that trains: failures arrive at a rate proportional to the nodes, each costs a restart and half a
 * checkpoint interval, and each checkpoint blocks (E[ETTR], arXiv 2410.21680). Evaluations, rewinds and maintenance
 * take `otherLossShare` on top.
 */
export function goodput(cluster: Cluster, run: RunAssumptions): number {
  const mean = meanTimeBetweenFailures(cluster.chips, run);
  if (!Number.isFinite(mean)) return 1 - run.otherLossShare;
  const write = run.checkpointBlockingSeconds;
  const interval = checkpointInterval(write, mean);
  const lost = (run.restartSeconds + interval / 2) / mean;
  const blocked = interval > 0 ? write / interval : 0;
  return (Math.max(0, 1 - lost) / (1 + blocked)) * (1 - run.otherLossShare);
}
