import type { Case, FlatStudy } from '../../catalog';
import { type Interval80, ratioSpread, throughputSources, Z90 } from '../../run';
import { steadyExp } from '../../units';
import { words } from '../../words';
import { solveCase } from '../case';
import { type Matched, matchedOf, matchRow, type ParityRow } from '../parity';
import { applyCap } from './apply';
import type { CapRow } from './types';

export type { RuleChangeReport } from './types';

type RuleChangeStudy = Extract<FlatStudy, { kind: 'rule_change' }>;

const DAYS_PER_YEAR = 365;

/** What one cap does to one cluster. */
export function capRow(item: Case, study: RuleChangeStudy, index: number): CapRow {
  const cap = study.caps[index];
  const capped = applyCap(item, cap);
  const before = solveCase(item, { top: 1 });
  const after = solveCase(capped.item, { top: 1 });
  const [a, b] = [before.search.best, after.search.best];
  const ratio = a && b ? b.tokensPerSecond / a.tokensPerSecond : null;
  const spread =
    a && b
      ? ratioSpread(throughputSources(item.setup, a.plan), throughputSources(capped.item.setup, b.plan))
      : 0;
  const kept = a ? keptRate(item, capped.item, study, cap.chips) : null;
  const parity = kept?.row ?? null;
  const costRatio = ratioOf(after.report.cost_usd, before.report.cost_usd);
  const perYear = (days: number | null | undefined) =>
    days === null || days === undefined ? null : (DAYS_PER_YEAR * study.share_of_year) / days;
  const days = after.report.interval80?.days;
  return {
    cluster: item.cluster,
    cap: cap.name,
    changed: capped.changed,
    before: before.report,
    after: after.report,
    throughput_ratio: ratio,
    throughput_ratio_interval80: around(ratio, spread),
    run_cost_ratio: costRatio,
    run_cost_ratio_interval80: around(costRatio, spread),
    chips_before: parity?.chips_of ?? null,
    chips_needed: parity?.chips ?? null,
    chips_needed_interval80: parity?.interval80 ?? null,
    cost_ratio: parity?.cost_ratio ?? null,
    cost_ratio_interval80: parity?.cost_ratio_interval80 ?? null,
    energy_ratio: parity?.energy_ratio ?? null,
    runs_per_year: {
      before: perYear(before.report.days),
      after: perYear(after.report.days),
      after_interval80: days ? [perYear(days[1]) ?? 0, perYear(days[0]) ?? 0] : null,
    },
    reason: after.report.reason ?? kept?.reason ?? null,
    parity,
  };
}

const ratioOf = (over: number | null, under: number | null): number | null =>
  over === null || !under ? null : over / under;

const around = (value: number | null, spread: number): Interval80 | null =>
  value === null ? null : [value * steadyExp(-Z90 * spread), value * steadyExp(Z90 * spread)];

/**
 * The fewest capped chips that keep the rate of before, against the fewest that reached it without the cap: what the
 * cluster leaves idle is no gain of a cap. A cap on volume bounds the search, and is the reason where it is too low.
 */
function keptRate(
  item: Case,
  capped: Case,
  study: RuleChangeStudy,
  allowed: number | undefined,
): { row: ParityRow; reason: string | null } {
  const free = parityStudy(study.chips_max);
  const matched = fewest(item, study);
  const most = Math.min(study.chips_max, allowed ?? study.chips_max);
  const row = matchRow(matched, capped, parityStudy(most));
  if (row.chips !== null || allowed === undefined) return { row, reason: row.reason };
  const wanted = matchRow(matched, capped, free).chips;
  const reason = wanted === null ? row.reason : words().ruleChange.tooFew(wanted, allowed);
  return { row: { ...row, reason }, reason };
}

/** The cluster at the smallest size that reaches its own rate. */
function fewest(item: Case, study: RuleChangeStudy): Matched {
  const free = parityStudy(study.chips_max);
  const own = matchedOf(item, free);
  const { chips } = matchRow(own, item, free);
  const { cluster } = item.setup;
  if (chips === null || chips >= cluster.chips) return own;
  return matchedOf({ ...item, setup: { ...item.setup, cluster: { ...cluster, chips } } }, free);
}

const parityStudy = (chips_max: number) =>
  ({ kind: 'parity', by: 'throughput', chips_max, whole: 'nodes' }) as const;
