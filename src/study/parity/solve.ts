import type { Case } from '../../catalog';
import { goodputOf, paidChips, runTotals, wattsPerChip } from '../../run';
import { createSizer, findBestPlan, type Size } from '../../search';
import { estimateStep, type Setup, type StepEstimate } from '../../step';
import { SECONDS_PER_DAY } from '../../units';
import { bottleneck, planReport } from '../case';
import { withChips } from '../objective';
import type { ParitySide, ParityStudy } from './types';

/** A cluster at a size under its best plan for what is asked. */
export interface Sized {
  item: Case;
  step: StepEstimate;
  /** Packages that the plan keeps busy. */
  working: number;
}

/** What is to be reached, in SI: tokens a second, or at most so many seconds, dollars or joules for the run. */
export interface Target {
  by: ParityStudy['by'];
  value: number;
}

const workingChips = (setup: Setup, step: StepEstimate): number =>
  step.ranksUsed / setup.cluster.system.chip.dies;

/** The cluster as it stands, best plan; null where nothing fits. */
export function asWritten(item: Case): { sized: Sized | null; reason: string | null } {
  const { best, reason } = findBestPlan(item.setup, item.constraints, { top: 1 });
  return { sized: best && { item, step: best, working: workingChips(item.setup, best) }, reason };
}

export const totalsOf = ({ item, step, working }: Sized) =>
  runTotals(item.setup, step.tokensPerSecond, working, item.run);

/** What a sized cluster comes to, in the unit of a target. */
export function amountOf(sized: Sized, by: Target['by']): number {
  if (by === 'throughput') return sized.step.tokensPerSecond;
  const { days, costUsd, energyJoules } = totalsOf(sized);
  return { deadline: days * SECONDS_PER_DAY, cost: costUsd, energy: energyJoules }[by];
}

/** The size of a cluster that reaches a target; null where none does. */
export type SizeFor = (target: Target) => Sized | null;

/**
 * The smallest cluster that reaches a rate or meets a deadline; the largest whose run costs no more than a sum, as more
 * chips are sooner done and cost more. Whole nodes or whole chips.
 */
export function sizesOf(item: Case, study: ParityStudy): SizeFor {
  const { setup, constraints, run } = item;
  const { cluster, training } = setup;
  const { system } = cluster;
  const unit = study.whole === 'nodes' ? system.chipsPerNode : 1;
  const whole = (chips: number) => Math.ceil(chips / unit) * unit;
  const sizer = createSizer(setup, constraints, Math.floor(study.chips_max / unit) * unit);
  const watts = wattsPerChip(system, run);
  const perChipSecond = { cost: run.usdPerChipHour / 3600, energy: watts };
  const runSeconds = (chips: number) => training.tokens / goodputOf(chips, run);
  const sizeOf = ({ by, value }: Target): Size | null => {
    if (by === 'throughput') return sizer.fewest(() => value);
    if (by === 'deadline') return sizer.fewest((chips) => runSeconds(chips) / value);
    // Spares are paid for and draw nothing.
    const counted = (chips: number) =>
      by === 'cost' ? paidChips({ ...cluster, chips: whole(chips) }, chips, run) : whole(chips);
    const needed = (chips: number) => (counted(chips) * perChipSecond[by] * runSeconds(chips)) / value;
    return sizer.most(needed, (chips) => (perChipSecond[by] * runSeconds(chips)) / value);
  };
  return (target) => {
    const found = sizeOf(target);
    if (!found) return null;
    const sized = withChips(item, whole(found.chips));
    return { item: sized, step: estimateStep(sized.setup, found.plan), working: found.chips };
  };
}

/** A side of the report. */
export function sideOf(sized: Sized | null): ParitySide {
  if (!sized) {
    return {
      ...{ tokens_per_second: null, days: null, cost_usd: null, energy_j: null },
      ...{ chips_idle: null, bottleneck: null, plan: null },
    };
  }
  const { step, item, working } = sized;
  const totals = totalsOf(sized);
  return {
    tokens_per_second: step.tokensPerSecond,
    days: totals.days,
    cost_usd: totals.costUsd,
    energy_j: totals.energyJoules,
    chips_idle: item.setup.cluster.chips - working,
    bottleneck: bottleneck(step),
    plan: planReport(step.plan),
  };
}
