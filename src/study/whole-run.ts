import type { Case } from '../catalog';
import { priceOf, type RunEstimate, runAccount } from '../run';
import { findBestPlan } from '../search';
import type { StepEstimate } from '../step';
import { SECONDS_PER_DAY } from '../units';
import { assumptionsOf } from './assumptions';
import { planReport } from './case';
import type { WholeRunReport } from './whole-run-report';

/** A stage of a run with its own best plan; null with the reason where none fits. */
export interface SolvedStage {
  name: string;
  tokens: number;
  sequence: number;
  step: StepEstimate | null;
  reason: string | null;
}

/** Plans each stage that a scenario gives; none where the run is of one part. */
export const solveStages = ({ setup, stages, constraints }: Case): SolvedStage[] =>
  stages.map(({ name, training }) => {
    const { best, reason } = findBestPlan({ ...setup, training }, constraints, { top: 1 });
    return { name, tokens: training.tokens, sequence: training.sequence, step: best, reason };
  });

/** Tokens per second over all stages, the main one taking what the others leave. */
export function meanRate({ setup }: Case, main: StepEstimate, stages: readonly SolvedStage[]): number {
  const { tokens } = setup.training;
  let seconds = (tokens - stages.reduce((sum, stage) => sum + stage.tokens, 0)) / main.tokensPerSecond;
  for (const { tokens: own, step } of stages) if (step) seconds += own / step.tokensPerSecond;
  return stages.length === 0 ? main.tokensPerSecond : tokens / seconds;
}

/** The whole run apart from its total: stages, failures, energy, cost, carbon. */
export function wholeRun(
  item: Case,
  main: StepEstimate,
  stages: readonly SolvedStage[],
  run: RunEstimate,
): WholeRunReport {
  const { cluster, training } = item.setup;
  const account = runAccount(cluster, main.ranksUsed / cluster.system.chip.dies, run, item.run);
  const price = priceOf(cluster.system, item.run, item.cost ?? undefined);
  const given = item.run.usdPerChipHour !== price.usdPerChipHour;
  const chipHours = ((cluster.chips + account.spareChips) * run.days * SECONDS_PER_DAY) / 3600;
  const rest = training.tokens - stages.reduce((sum, stage) => sum + stage.tokens, 0);
  const all = [{ name: null, tokens: rest, sequence: training.sequence, step: main }, ...stages];
  return {
    stages: all.flatMap(({ name, tokens, sequence, step }) =>
      step
        ? [
            {
              name,
              tokens,
              sequence,
              global_batch_sequences: step.batchSequences,
              tokens_per_second: step.tokensPerSecond,
              days: tokens / (step.tokensPerSecond * run.goodput) / SECONDS_PER_DAY,
              plan: planReport(step.plan),
            },
          ]
        : [],
    ),
    failures: account.failures,
    mtbf_s: Number.isFinite(account.meanSecondsBetweenFailures) ? account.meanSecondsBetweenFailures : null,
    checkpoint_interval_s: Number.isFinite(account.checkpointIntervalSeconds)
      ? account.checkpointIntervalSeconds
      : null,
    lost_share: account.wallTime.lost,
    goodput_floor: account.wallTime.floor,
    spare_chips: account.spareChips,
    assumptions: assumptionsOf(item),
    energy_j: account.energyJoules,
    usd_per_chip_hour: item.run.usdPerChipHour,
    cost_basis: given ? 'given' : price.basis,
    cost_usd: given || !price.parts ? null : scaled(price.parts, chipHours),
    price_range: given ? [1, 1] : [...price.range],
    carbon_kg: account.carbonKg,
    carbon_kg80: account.carbonKg80,
  };
}

const scaled = <K extends string>(parts: Record<K, number>, by: number) =>
  Object.fromEntries(Object.entries<number>(parts).map(([name, value]) => [name, value * by])) as Record<
    K,
    number
  >;
