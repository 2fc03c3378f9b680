import { RESOURCES } from '../../step';
import { formatCount, formatDays, formatPercent, formatTokensPerSecond } from '../../units';
import { paragraphs, words } from '../../words';
import type { CaseReport, CompareReport } from '../case-types';
import { sameRun } from '../compare';
import { answerText, deadlineText, quantityText, ratioTexts } from './clusters';
import { nameList, nameText, sentence } from './numbers';
import { differText } from './work';

/** Idle chips below this share of a cluster are not worth a word of its paragraph. */
const IDLE = 0.01;

/** So many numbers with their intervals can be taken in at once; what else was asked comes after them. */
const AT_ONCE = 4;

/**
 * A comparison in two paragraphs. What was asked, on each cluster and how sure, and what holds whom back; then one
 * cluster against another, what they train that is not the same, idle chips, the other quantities.
 */
export function compareReading(report: Pick<CompareReport, 'cases' | 'asked' | 'ratios'>): string {
  const say = words().reading;
  const { cases, asked } = report;
  const fits = cases.filter(({ feasible }) => feasible);
  const misfits = cases
    .filter(({ feasible }) => !feasible)
    .map(({ cluster, reason }) => say.notFit(nameText(cluster), (reason ?? '').replace(/\.$/, '')));
  if (fits.length === 0) return paragraphs([say.noneFits, ...misfits], []);
  const answers = asked.quantities.map((quantity) => answerText(fits, quantity));
  const first = Math.max(1, Math.floor(AT_ONCE / fits.length));
  return paragraphs(
    [
      ...answers.slice(0, first),
      ...deadlineText(fits, asked.deadline_s),
      ...misfits,
      ...limits(fits),
      ...floors(fits),
    ],
    [
      ...asked.quantities.flatMap((quantity, at) => [
        ...answers.slice(Math.max(first, at), at + 1),
        ...ratioTexts(report, quantity),
      ]),
      ...differText(cases),
      ...rates(fits, asked.quantities),
      ...idle(fits),
      ...others(fits, asked.quantities),
    ],
  );
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
    return held.length === 0 ? [] : [say.limit(words().cli.resource[resource], nameList(held))];
  });
  return groups.length === 0 ? [] : [sentence(say.limits(groups))];
}

/** Days or else the cost, where not asked for; who is cheapest and who uses the least energy, of clusters that do the same run. */
function others(fits: readonly CaseReport[], asked: CompareReport['asked']['quantities']): string[] {
  const say = words().reading;
  const whole = asked.includes('time')
    ? asked.includes('cost')
      ? []
      : [answerText(fits, 'cost')]
    : [
        say.days(
          say.list(
            fits.map(({ cluster, days }) =>
              say.onCluster(formatDays(days ?? Number.NaN), '', nameText(cluster)),
            ),
          ),
        ),
      ];
  if (fits.length < 2 || !sameRun(fits) || asked.includes('cost') || asked.includes('energy')) return whole;
  const least = (of: 'cost_usd' | 'energy_j') =>
    fits.reduce((best, row) => ((row[of] ?? 0) < (best[of] ?? 0) ? row : best));
  const [cheap, frugal] = [least('cost_usd'), least('energy_j')];
  return [
    ...whole,
    say.extremes(
      nameText(cheap.cluster),
      quantityText(cheap, 'cost'),
      nameText(frugal.cluster),
      quantityText(frugal, 'energy'),
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
