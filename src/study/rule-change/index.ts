import type { Case, FlatStudy } from '../../catalog';
import { type Interval80, ratioSpread, throughputSources, Z90 } from '../../run';
import { steadyExp } from '../../units';
import { solveCase } from '../case';
import { matchedOf, matchRow } from '../parity';
import { applyCap } from './apply';
import type { CapRow } from './types';

export { applyCap } from './apply';
export type { CapRow, RuleChangeReport } from './types';

export type RuleChangeStudy = Extract<FlatStudy, { kind: 'rule_change' }>;

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
  const parity = a ? matchRow(matchedOf(item, parityStudy(study)), capped.item, parityStudy(study)) : null;
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
    throughput_ratio_interval80:
      ratio === null
        ? null
        : ([ratio * steadyExp(-Z90 * spread), ratio * steadyExp(Z90 * spread)] as Interval80),
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
    reason: after.report.reason ?? parity?.reason ?? null,
    parity,
  };
}

const parityStudy = ({ chips_max }: RuleChangeStudy) =>
  ({ kind: 'parity', by: 'throughput', chips_max, whole: 'nodes' }) as const;
