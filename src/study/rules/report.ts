import type { FlatCondition, Rule, RuleQuestion } from '../../catalog';
import { type ControlFacts, ruleVariables } from '../../hardware';
import type { Interval } from '../../units';
import { judgeRule, RESTRICTS } from './judge';
import { changeDates, statusOn, statusOver } from './status';
import type { ChipRulesReport, FrontierReport, RulesReport } from './types';

const ends = ({ low, high }: Interval): [number, number | null] => [low, Number.isFinite(high) ? high : null];

/** The figure where there is one. */
const figure = ({ low, high }: Interval): number | null => (low === high ? low : null);

/** Every chip against every rule, what that means by date, and the best that could be sold. Pure. */
export function rulesReport({ chips, rules }: RuleQuestion): RulesReport {
  const judged = chips.map((chip) => chipReport(chip, rules));
  return {
    rules: rules.map(ruleHead),
    chips: judged,
    frontier: frontierOver(rules, chips, judged),
  };
}

function ruleHead(rule: Rule): RulesReport['rules'][number] {
  const { volume, price } = rule;
  return {
    id: rule.id,
    name: rule.name,
    jurisdiction: rule.jurisdiction,
    instrument: rule.instrument ?? null,
    date: rule.from,
    until: rule.until,
    destinations: rule.destinations ?? null,
    volume: volume
      ? {
          tpp_most: volume.tpp_most ?? null,
          units_most: volume.units_most ?? null,
          share_of_home_units: volume.share_of_home_units ?? null,
          period: volume.period,
        }
      : null,
    price: price ? { tariff: price.tariff ?? null, revenue_share: price.revenue_share ?? null } : null,
    binds_china: rule.binds_china,
    amends: rule.amends,
    tests: rule.tests.map(({ label, outcome, any, chips }) => ({
      label: label ?? null,
      outcome,
      any: any?.map((group) => group.flatMap(bounds)) ?? null,
      chips: chips ?? null,
    })),
    otherwise: rule.otherwise,
    notes: rule.notes,
    sources: rule.sources.map(({ title, url }) => (url ? `${title} <${url}>` : title)),
  };
}

const BOUNDS = ['at_least', 'above', 'at_most', 'below'] as const;

const bounds = (condition: FlatCondition) =>
  BOUNDS.flatMap((kind) => {
    const bound = condition[kind];
    return bound === undefined ? [] : [{ of: condition.of, kind, bound }];
  });

function chipReport(chip: ControlFacts, rules: readonly Rule[]): ChipRulesReport {
  const variables = ruleVariables(chip);
  const verdicts = rules.map((rule) => judgeRule(chip, rule, rules));
  return {
    chip: chip.id,
    name: chip.name,
    vendor: chip.vendor,
    origin: chip.origin,
    as_if_exported: chip.origin !== 'us',
    released: chip.released,
    tpp: figure(variables.tpp),
    tpp_range: ends(variables.tpp),
    performance_density: figure(variables.performance_density),
    performance_density_range: ends(variables.performance_density),
    memory_bandwidth_bytes_per_s: ends(chip.memoryBandwidth),
    io_bytes_per_s: ends(chip.ioBandwidth),
    memory_kind: chip.memoryKind,
    rules: verdicts,
    status: statusOver(rules, verdicts),
  };
}

/** The first day that a release may mean: `2024` and `2024-01` are 2024-01-01. */
const dayOf = (released: string): string => `${released}-01-01`.slice(0, 10);

/** An entry for each day on which the law or what is on sale changes the frontier. */
function frontierOver(
  rules: readonly Rule[],
  chips: readonly ControlFacts[],
  judged: readonly ChipRulesReport[],
): FrontierReport[] {
  const changes = changeDates(rules);
  const releases = chips.flatMap(({ origin, released }) =>
    origin === 'us' && released ? [dayOf(released)] : [],
  );
  const dates = [...new Set([...changes, ...releases.filter((date) => date >= changes[0])])].sort();
  const all = dates.map((date) => frontierOn(date, rules, chips, judged));
  return all.filter(
    (entry, at) => at === 0 || JSON.stringify(entry.chips) !== JSON.stringify(all[at - 1].chips),
  );
}

/** Chips on sale by `date` that no rule restricts for certain, without those that another one beats in every figure. */
function frontierOn(
  date: string,
  rules: readonly Rule[],
  chips: readonly ControlFacts[],
  judged: readonly ChipRulesReport[],
): FrontierReport {
  const legal = chips.flatMap((chip, at) => {
    if (
      chip.origin !== 'us' ||
      chip.standaloneMemory ||
      chip.released === null ||
      dayOf(chip.released) > date
    )
      return [];
    const { outcome } = statusOn(date, rules, judged[at].rules);
    if (outcome === 'unknown' || RESTRICTS.has(outcome)) return [];
    const { tpp, dram_gb_s, io_gb_s } = ruleVariables(chip);
    return [{ chip: chip.id, tpp: tpp.low, dram_gb_s: dram_gb_s.low, io_gb_s: io_gb_s.low, outcome }];
  });
  const beaten = (one: (typeof legal)[number]) =>
    legal.some(
      (other) =>
        other.tpp >= one.tpp &&
        other.dram_gb_s >= one.dram_gb_s &&
        other.io_gb_s >= one.io_gb_s &&
        (other.tpp > one.tpp || other.dram_gb_s > one.dram_gb_s || other.io_gb_s > one.io_gb_s),
    );
  return { date, chips: legal.filter((one) => !beaten(one)).sort((a, b) => b.tpp - a.tpp) };
}
