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
 * Where failures come faster than restarts, operators change the job: fault-tolerant replicas kept 44 % effective time
 * at 100,000 GPUs with a failure every 18 minutes (arXiv 2602.00277). Below half of that nobody would let it run on.
 */
const LEAST_GOODPUT = 0.2;

/** What becomes of the wall time of a run: shares that add up to 1. */
export interface WallTime {
  /** Share that trains. */
  goodput: number;
  lost: { restart: number; rework: number; checkpoint: number; other: number };
  /** The least goodput that a run is let have, where failures would leave it less; else null. */
  floor: number | null;
}

/**
 * Failures arrive at a rate proportional to the nodes, each costs a restart and half a checkpoint interval; each
 * checkpoint blocks in what they leave (E[ETTR], arXiv 2410.21680); evaluations, rewinds and maintenance take
 * `otherLossShare` of what both leave. Where the floor holds, the causes share what is lost in the same proportion.
 * `chips` are those at work: one that a plan leaves idle stops nobody's work when it fails.
 */
export function wallTime(chips: number, run: RunAssumptions): WallTime {
  const { restartSeconds, checkpointBlockingSeconds: write, otherLossShare } = run;
  const mean = meanTimeBetweenFailures(chips, run);
  const interval = checkpointInterval(write, mean);
  // Where nothing fails, half of an endless interval is never lost.
  const redone = Number.isFinite(mean) ? interval / 2 : 0;
  const up = Math.max(0, 1 - (restartSeconds + redone) / mean);
  const written = up / (1 + (interval > 0 ? write / interval : 0));
  const trained = written * (1 - otherLossShare);
  const floored = trained < LEAST_GOODPUT;
  const restart = restartSeconds / mean;
  const rework = redone / mean;
  const sum = restart + rework + (up - trained);
  const scale = floored ? (1 - LEAST_GOODPUT) / sum : 1;
  return {
    goodput: floored ? LEAST_GOODPUT : trained,
    lost: {
      restart: restart * scale,
      rework: rework * scale,
      checkpoint: (up - written) * scale,
      other: (written - trained) * scale,
    },
    floor: floored ? LEAST_GOODPUT : null,
  };
}

/** Share of wall time that trains, with so many chips at work. */
export const goodputOf = (chips: number, run: RunAssumptions): number => wallTime(chips, run).goodput;
