import type { Case } from '../catalog';
import { estimateRun } from '../run';
import { findBestPlan, type SearchOptions, type SearchResult } from '../search';
import {
  type Plan,
  planSetup,
  RESOURCES,
  type Resource,
  type Setup,
  type StepEstimate,
  setupConstants,
} from '../step';
import { words } from '../words';
import type { CaseInputs, CaseReport, PlanReport } from './case-types';
import { energyInterval } from './compare/causes';
import { meanRate, type SolvedStage, solveStages, wholeRun } from './whole-run';

export function planReport(plan: Plan): PlanReport {
  const { tp, pp, vpp, ep, etp, cp, dp, zero, microBatch, recompute, schedule, shardGroup } = plan;
  const group = shardGroup < dp * cp ? shardGroup : 0;
  return {
    tp,
    pp,
    vpp,
    ep,
    etp,
    cp,
    dp,
    zero,
    micro_batch: microBatch,
    recompute,
    schedule,
    shard_group: group,
    ...(plan.precision ? { precision: plan.precision } : {}),
    ...(plan.dispatcher ? { dispatcher: plan.dispatcher } : {}),
  };
}

/** The resource whose increase would speed the step most. */
export function bottleneck(step: StepEstimate): Resource {
  return RESOURCES.reduce((best, resource) =>
    step.elasticity[resource] > step.elasticity[best] ? resource : best,
  );
}

/** What the scenario came to, in SI. */
function caseInputs(setup: Setup): CaseInputs {
  const { system } = setup.cluster;
  const { training, model } = setup;
  const moe = model.kinds.map((kind) => kind.feedForward).find((ff) => ff?.kind === 'moe');
  return {
    model: model.name,
    chip: system.chip.name,
    bf16_flop_per_s: system.chip.peakFlops.bf16,
    memory_bandwidth_bytes_per_s: system.chip.memoryBandwidth,
    scale_up_bytes_per_s: system.scaleUp.bandwidth,
    scale_out_bytes_per_s: system.scaleOut.bandwidth,
    tokens: training.tokens,
    sequence: training.sequence,
    global_batch_sequences: training.globalBatch,
    precision: training.precision,
    experts: moe?.kind === 'moe' ? moe.experts : null,
    top_k: moe?.kind === 'moe' ? moe.topK : null,
  };
}

const clock = () => performance.now();

export interface SolvedCase {
  report: CaseReport;
  search: SearchResult;
}

/** Best plan, step and whole run of one cluster, as a row of the report; the search also holds further plans. */
export function solveCase(item: Case, options: Pick<SearchOptions, 'top' | 'hint'> = {}): SolvedCase {
  const search = findBestPlan(item.setup, item.constraints, { now: clock, ...options });
  return { report: caseReport(item, search, search.best, solveStages(item)), search };
}

/** One plan that a search found, or none, as a row of the report. */
export function caseReport(
  item: Case,
  search: SearchResult,
  main: StepEstimate | null,
  stages: readonly SolvedStage[],
): CaseReport {
  const unfit = stages.find((stage) => stage.step === null);
  const step = unfit ? null : main;
  const { setup } = item;
  const { cluster } = setup;
  const { chip } = cluster.system;
  const run = step ? estimateRun(setup, step, item.run, meanRate(item, step, stages)) : null;
  const whole = step && run ? wholeRun(item, step, stages, run) : null;
  return {
    cluster: item.cluster,
    system: cluster.system.name,
    chips: cluster.chips,
    ranks_per_chip: chip.dies,
    chips_idle: step ? step.ranksIdle / chip.dies : cluster.chips,
    feasible: step !== null,
    reason: main && unfit ? words().study.stage(unfit.name, unfit.reason ?? '') : search.reason,
    tokens_per_second: step?.tokensPerSecond ?? null,
    tokens_per_second_per_chip: step ? step.tokensPerSecond / cluster.chips : null,
    step_time_s: step?.stepSeconds ?? null,
    global_batch_sequences: step?.batchSequences ?? null,
    model_flops_per_token: step?.modelFlopsPerToken ?? null,
    model_flops_per_chip: step ? (step.modelFlopsPerToken * step.tokensPerSecond) / cluster.chips : null,
    mfu: step?.mfu ?? null,
    days: run?.days ?? null,
    goodput: run?.goodput ?? null,
    memory_bytes_per_chip: step ? step.memory.total * chip.dies : null,
    memory_capacity_bytes: chip.memoryBytes,
    memory_usable_bytes: chip.memoryBytes * setupConstants(setup).memory_usable,
    cost_usd: run?.costUsd ?? null,
    energy_j: run?.energyJoules ?? null,
    plan: step ? planReport(step.plan) : null,
    time_s: step?.timeParts ?? null,
    elasticity: step?.elasticity ?? null,
    bottleneck: step ? bottleneck(step) : null,
    interval80:
      run && whole
        ? {
            tokens_per_second: run.interval80.tokensPerSecond,
            days: run.interval80.days,
            cost_usd: run.interval80.costUsd,
            energy_j: energyInterval(run.energyJoules, run.days, run.interval80.days, whole.assumptions),
          }
        : null,
    whole_run: whole,
    inputs: caseInputs(step ? planSetup(setup, step.plan) : setup),
    plans_in_space: search.plansInSpace,
    plans_evaluated: search.plansEvaluated,
    plans_pruned: search.plansPruned,
    search_seconds: search.seconds,
  };
}
