import { OUTCOMES, type Outcome, type Rule } from '../../catalog';
import { mildestFirst } from './judge';
import type { RuleVerdict, StatusReport } from './types';

const severity = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

const inForce = (rule: Rule, date: string): boolean =>
  rule.from <= date && (rule.until === null || date < rule.until);

/** Rules that decide about sales to China today or did; what nobody has made is judged, and decides nothing. */
const decides = (rule: Rule): boolean => rule.binds_china && rule.jurisdiction !== 'hypothetical';

/** The days on which the law changes, first to last. */
export function changeDates(rules: readonly Rule[]): string[] {
  const dates = rules.filter(decides).flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  return [...new Set(dates)].sort();
}

/** The strictest of the rules in force on a day, without those whose outcome another one replaces. */
export function statusOn(
  date: string,
  rules: readonly Rule[],
  verdicts: readonly RuleVerdict[],
): StatusReport {
  const active = rules.filter((rule) => decides(rule) && inForce(rule, date));
  const replaced = new Set(active.flatMap(({ amends }) => amends));
  const judged = active
    .filter(({ id }) => !replaced.has(id))
    .flatMap((rule) => verdicts.filter(({ id }) => id === rule.id));
  const least = Math.max(0, ...judged.map(({ possible }) => severity(possible[0])));
  const possible = mildestFirst([
    OUTCOMES[least],
    ...judged.flatMap((verdict) => verdict.possible.filter((one) => severity(one) > least)),
  ]);
  return {
    from: date,
    outcome: possible.length === 1 ? possible[0] : 'unknown',
    possible,
    rules: judged
      .filter((verdict) => verdict.possible.some((one) => possible.includes(one) && severity(one) > 0))
      .map(({ id }) => id),
  };
}

/** Status by date, an entry for each change. */
export function statusOver(rules: readonly Rule[], verdicts: readonly RuleVerdict[]): StatusReport[] {
  const all = changeDates(rules).map((date) => statusOn(date, rules, verdicts));
  return all.filter(
    (entry, at) =>
      at === 0 || JSON.stringify({ ...entry, from: '' }) !== JSON.stringify({ ...all[at - 1], from: '' }),
  );
}
