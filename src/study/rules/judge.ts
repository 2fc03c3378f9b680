import { OUTCOMES, type Outcome, type Rule } from '../../catalog';
import { type ControlFacts, RULE_VARIABLE_NAMES, type RuleVariable, ruleVariables } from '../../hardware';
import {
  type Interval,
  type Judged,
  type JudgedCondition,
  judgeAll,
  judgeAny,
  judgeCondition,
} from '../../units';
import type { RuleVerdict, ThresholdReport } from './types';

/** Yes-or-no properties: there is no distance from them. */
const FLAGS: readonly string[] = ['data_center', 'standalone_memory'] satisfies RuleVariable[];

/** Outcomes that hold a sale back. */
export const RESTRICTS: ReadonlySet<Outcome> = new Set([
  'notification',
  'case_by_case',
  'licence_required',
  'presumption_of_denial',
  'barred',
] satisfies Outcome[]);

const severity = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);
export const mildestFirst = (outcomes: Iterable<Outcome>): Outcome[] =>
  [...new Set(outcomes)].sort((a, b) => severity(a) - severity(b));

interface JudgedTest extends Judged {
  label: string;
  outcome: Outcome;
  conditions: JudgedCondition[];
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A chip against a rule; `rules` is where the rules that it amends are looked up. */
export function judgeRule(chip: ControlFacts, rule: Rule, rules: readonly Rule[]): RuleVerdict {
  const variables = ruleVariables(chip);
  const values = RULE_VARIABLE_NAMES.map((name) => variables[name]);
  const tests = rule.tests.map((test) => judgeTest(test, chip, values));
  const own = outcomesOf(tests, rule.otherwise);
  const amended = amendedOutcomes(chip, rule, rules);
  const possible = mildestFirst([
    ...(amended.restricted ? own.possible : []),
    ...(amended.free ? (['not_controlled'] as const) : []),
  ]);
  const decided = possible.length === 1;
  const margin = marginOf(tests, own.decider);
  const asked = [...tests.flatMap(({ conditions }) => conditions), ...amended.conditions];
  return {
    id: rule.id,
    rule: rule.name,
    date: rule.from,
    outcome: decided ? possible[0] : 'unknown',
    possible,
    test: decided && amended.restricted ? (own.decider?.label ?? null) : null,
    margin:
      margin && (margin.low > 0 === margin.high > 0 || margin.low === margin.high) ? nearer(margin) : null,
    margin_range: margin ? [finite(margin.low), finite(margin.high)] : [null, null],
    missing: decided ? [] : missing(asked, chip),
    thresholds: tests.flatMap(thresholds),
  };
}

function judgeTest(test: Rule['tests'][number], chip: ControlFacts, values: Interval[]): JudgedTest {
  const label = test.label ?? '';
  if (test.chips) {
    const named = test.chips.includes(chip.id);
    const far = named ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    return { label, outcome: test.outcome, conditions: [], verdict: named, margin: { low: far, high: far } };
  }
  const groups = (test.any ?? []).map((group) =>
    group.flatMap((condition) => judgeCondition(condition, RULE_VARIABLE_NAMES, values)),
  );
  const judged = judgeAny(groups.map((group) => judgeAll(group.map(withoutDistance))));
  return { label, outcome: test.outcome, conditions: groups.flat(), ...judged };
}

function withoutDistance(condition: JudgedCondition): Judged {
  if (!FLAGS.includes(condition.of)) return condition;
  const far = condition.verdict ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return { verdict: condition.verdict, margin: { low: far, high: far } };
}

/** The first test that is met decides; one that may be met leaves the later ones possible. */
function outcomesOf(
  tests: readonly JudgedTest[],
  otherwise: Outcome,
): { possible: Outcome[]; decider: JudgedTest | null } {
  const possible: Outcome[] = [];
  for (const test of tests) {
    if (test.verdict === false) continue;
    possible.push(test.outcome);
    if (test.verdict)
      return { possible, decider: possible.every((one) => one === test.outcome) ? test : null };
  }
  return { possible: [...possible, otherwise], decider: null };
}

/** Whether the rules that this one amends may restrict the chip, and may leave it free. */
function amendedOutcomes(chip: ControlFacts, rule: Rule, rules: readonly Rule[]) {
  const others = rules.filter((other) => other !== rule);
  const amended = others.filter(({ id }) => rule.amends.includes(id));
  if (amended.length === 0) return { restricted: true, free: false, conditions: [] };
  const verdicts = amended.map((other) => judgeRule(chip, other, others));
  const certain = verdicts.some(({ possible }) => possible.every((one) => RESTRICTS.has(one)));
  const values = RULE_VARIABLE_NAMES.map((name) => ruleVariables(chip)[name]);
  return {
    restricted: verdicts.some(({ possible }) => possible.some((one) => RESTRICTS.has(one))),
    free: !certain,
    conditions: amended.flatMap(({ tests }) =>
      tests.flatMap((test) => judgeTest(test, chip, values).conditions),
    ),
  };
}

/** Inside the deciding test by how much; where none decides, how near the nearest one is. */
function marginOf(tests: readonly JudgedTest[], decider: JudgedTest | null): Interval | null {
  const { margin } = decider ?? judgeAny(tests);
  return Number.isFinite(margin.low) || Number.isFinite(margin.high) ? margin : null;
}

/** The end that is nearer to a change. */
const nearer = ({ low, high }: Interval): number => (Math.abs(low) < Math.abs(high) ? low : high);

function thresholds({ label, conditions }: JudgedTest): ThresholdReport[] {
  return conditions.map(({ of, value, kind, bound, verdict, margin }) => ({
    test: label,
    of,
    value: [value.low, finite(value.high)],
    kind,
    bound,
    met: verdict,
    margin: verdict === null || FLAGS.includes(of) ? null : finite(nearer(margin)),
  }));
}

/** The chip's figures that an open condition asks for. */
function missing(conditions: readonly JudgedCondition[], chip: ControlFacts): string[] {
  const variables = ruleVariables(chip);
  const open = conditions.filter(({ verdict }) => verdict === null);
  return RULE_VARIABLE_NAMES.filter((name) => {
    const { low, high } = variables[name];
    return low !== high && open.some(({ of }) => new RegExp(`\\b${name}\\b`).test(of));
  });
}
