import type { Claim } from '../../catalog';
import { formatNumber, type JudgedCondition, judgeAll, judgeAny, judgeCondition } from '../../units';
import { claimsInEnglish, words } from '../../words';
import { expressionFigure } from './evaluate';
import { sourceText } from './source-text';
import type { ClaimOutcome, ClaimReport, ClaimTestReport, ElasticityFigure, QuantityReport } from './types';

/** A claim by its quantities: each test is met, not met, or open where an interval crosses a bound. */
export function judgeClaim(
  claim: Claim,
  quantities: readonly QuantityReport[],
  figure: ElasticityFigure | null,
): ClaimReport {
  const tests = claim.tests.map((test) => judgeTest(test, quantities));
  const value = claim.value === undefined ? null : expressionFigure(claim.value, quantities);
  const known = value !== null && Number.isFinite(value.value);
  return {
    id: claim.id,
    own: claim.own,
    claim: claim.claim,
    lines: claim.lines,
    outcome: claim.untestable === undefined ? outcomeOf(tests) : 'untestable',
    value: known ? value.value : null,
    interval: known ? [value.low, value.high] : null,
    unit: claim.unit,
    conditions: claim.untestable ?? filled(claim, quantities),
    tests,
    quantities: [...quantities],
    figure,
    sources: claim.sources.map(sourceText),
    notes: claim.notes,
    command: words().claims.command(claim.file),
  };
}

/** A part that is not met outright can't be mended by conditions: the claim is then true in its other parts at most. */
function outcomeOf(tests: readonly ClaimTestReport[]): ClaimOutcome {
  if (tests.every(({ met }) => met === true)) return 'holds';
  if (tests.every(({ met }) => met === false)) return 'fails';
  return tests.some(({ met }) => met === false) ? 'partly' : 'conditional';
}

function judgeTest(
  { name, any }: Claim['tests'][number],
  quantities: readonly QuantityReport[],
): ClaimTestReport {
  const names = quantities.map(({ id }) => id);
  const groups = any.map((group) =>
    group.flatMap((condition) => judgeCondition(condition, names, quantities)),
  );
  const { verdict } = judgeAny(groups.map((group) => judgeAll(group)));
  return { name, met: verdict, bounds: groups.flat().map((one) => boundOf(one, quantities)) };
}

function boundOf(
  { of, kind, bound, value }: JudgedCondition,
  quantities: readonly QuantityReport[],
): ClaimTestReport['bounds'][number] {
  return { of, kind, bound, value: expressionFigure(of, quantities).value, low: value.low, high: value.high };
}

/** `{id}` becomes the quantity's number, `{id:range}` its interval. */
function filled({ conditions, own }: Claim, quantities: readonly QuantityReport[]): string {
  const say = own ? words().claims : claimsInEnglish;
  return conditions.replace(/\{([a-z0-9_]+)(:range)?\}/g, (whole, id: string, range: string | undefined) => {
    const found = quantities.find((one) => one.id === id);
    if (!found) return whole;
    if (!Number.isFinite(found.value)) return say.none;
    const show = (value: number) => formatNumber(value);
    if (range && !Number.isFinite(found.high)) return say.open(show(found.low));
    return range && found.low !== found.high
      ? say.range(show(found.low), show(found.high))
      : show(found.value);
  });
}
