import { RESOURCES } from '../../step';
import {
  formatCount,
  formatDays,
  formatEnergy,
  formatPercent,
  formatTokensPerSecond,
  formatUsd,
} from '../../units';
import { words } from '../../words';
import type { CaseReport, CompareReport } from '../case-types';
import { sameRun } from '../compare';
import { answerText, deadlineText, ratioTexts } from './clusters';
import { nameList, nameText, sentence } from './numbers';
import { differText } from './work';

/** Idle chips below this share of a cluster are not worth a word of its paragraph. */
const IDLE = 0.01;

/**
 * One paragraph about a comparison: what was asked, on each cluster and how sure; one cluster against another; what
 * they train that is not the same; idle chips; what holds whom back; the other quantities.
 */
export function compareReading(report: Pick<CompareReport, 'cases' | 'asked' | 'ratios'>): string {
  const say = words().reading;
  const { cases, asked } = report;
  const fits = cases.filter(({ feasible }) => feasible);
  const misfits = cases
    .filter(({ feasible }) => !feasible)
    .map(({ cluster, reason }) => say.notFit(nameText(cluster), (reason ?? '').replace(/\.$/, '')));
  if (fits.length === 0) return [say.noneFits, ...misfits].join(' ');
  return [
    ...asked.quantities.flatMap((quantity) => [answerText(fits, quantity), ...ratioTexts(report, quantity)]),
    ...deadlineText(fits, asked.deadline_s),
    ...differText(cases),
    ...misfits,
    ...rates(fits, asked.quantities),
    ...idle(fits),
    ...limits(fits),
    ...others(fits, asked.quantities),
    ...floors(fits),
  ].join(' ');
}

/** The highest rate, where the clusters do the same run. */
function rates(fits: readonly CaseReport[], asked: CompareReport['asked']['quantities']): string[] {
  if (asked.includes('throughput') || !sameRun(fits)) return [];
  const rate = ({ tokens_per_second }: CaseReport) => tokens_per_second ?? 0;
  const fastest = fits.reduce((best, row) => (rate(row) > rate(best) ? row : best));
  const say = words().reading[fits.length > 1 ? 'fastestRate' : 'rate'];
  return [say(nameText(fastest.cluster), formatTokensPerSecond(rate(fastest)))];
}

function idle(fits: readonly CaseReport[]): string[] {
  const say = words().reading;
  const parts = fits
    .filter(({ chips, chips_idle }) => chips_idle >= Math.max(1, IDLE * chips))
    .map(({ cluster, chips, chips_idle }) =>
      say.idleOf(formatCount(Math.round(chips_idle)), formatCount(chips), nameText(cluster)),
    );
  return parts.length > 0 ? [say.idle(say.list(parts))] : [];
}

function limits(fits: readonly CaseReport[]): string[] {
  const say = words().reading;
  const groups = RESOURCES.flatMap((resource) => {
    const held = fits.filter(({ bottleneck }) => bottleneck === resource).map(({ cluster }) => cluster);
    return held.length === 0 ? [] : [say.limits(words().cli.resource[resource], nameList(held), true)];
  });
  return groups.length === 0 ? [] : [`${sentence(groups.join('; '))}.`];
}

/** Days, where they were not asked for; who is cheapest and who uses the least energy, among clusters that do the same run. */
function others(fits: readonly CaseReport[], asked: CompareReport['asked']['quantities']): string[] {
  const say = words().reading;
  const days = asked.includes('time')
    ? []
    : [
        say.days(
          say.list(
            fits.map(({ cluster, days }) =>
              say.onCluster(formatDays(days ?? Number.NaN), '', nameText(cluster)),
            ),
          ),
        ),
      ];
  if (fits.length < 2 || !sameRun(fits) || asked.includes('cost') || asked.includes('energy')) return days;
  const least = (of: 'cost_usd' | 'energy_j') =>
    fits.reduce((best, row) => ((row[of] ?? 0) < (best[of] ?? 0) ? row : best));
  const [cheap, frugal] = [least('cost_usd'), least('energy_j')];
  return [
    ...days,
    say.extremes(
      nameText(cheap.cluster),
      formatUsd(cheap.cost_usd ?? Number.NaN),
      nameText(frugal.cluster),
      formatEnergy(frugal.energy_j ?? Number.NaN),
    ),
  ];
}

/** Whose failures leave so little that its goodput is the least that a run is let have. */
function floors(fits: readonly CaseReport[]): string[] {
  const held = fits.filter(({ whole_run }) => whole_run?.goodput_floor != null);
  const floor = held[0]?.whole_run?.goodput_floor;
  if (floor == null) return [];
  return [words().reading.goodputFloor(nameList(held.map(({ cluster }) => cluster)), formatPercent(floor))];
}
