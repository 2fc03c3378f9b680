import {
  type Assumptions,
  type Claim,
  catalogControlFacts,
  catalogFlatModel,
  catalogPrices,
  catalogRules,
  claimedModel,
  claimedSystem,
  type FlatQuantity,
} from '../../catalog';
import { ruleVariables, type System } from '../../hardware';
import { compileExpression, compileInterval, ok, type Result } from '../../units';
import { words } from '../../words';
import { exact, type Figure } from './figure';
import { modelFigure } from './model-figure';
import { decodeFigure, deploymentFigure } from './serving-figure';
import { comparisonScenario, type Solved, trainingFigure } from './training-figure';
import type { QuantityReport } from './types';

/** The quantities of a claim in order, each computed from its own inputs or those before it. */
export function evaluateQuantities(claim: Claim, assumptions: Assumptions): Result<QuantityReport[]> {
  const solved: Solved = new Map();
  const done: QuantityReport[] = [];
  for (const [at, of] of claim.quantities.entries()) {
    const assumed = assumptions.values[`${claim.id}.${of.id}`];
    const figure =
      assumed === undefined ? evaluate(of, claim, at, assumptions, done, solved) : ok(exact(assumed));
    if (!figure.ok) return figure;
    const known = figure.value ?? {
      value: Number.NaN,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    };
    done.push({
      id: of.id,
      kind: of.kind,
      ...known,
      what: words().claims.what(of as unknown as Readonly<Record<string, unknown>>),
      source: sourceOf(of, claim),
      assumed: assumed !== undefined || (of.kind === 'price' && Object.hasOwn(assumptions.prices, of.price)),
      ...comparison(of, claim, assumptions, assumed !== undefined),
    });
  }
  return ok(done);
}

/** The scenario that has a figure of a training run, and which figure. */
function comparison(
  of: FlatQuantity,
  claim: Claim,
  { resources }: Assumptions,
  given: boolean,
): Pick<QuantityReport, 'scenario' | 'take'> {
  const changed = given || Object.keys(resources).length > 0;
  const scenario = of.kind === 'training' && !changed ? comparisonScenario(of, claim.claim) : null;
  return { scenario, take: scenario && of.kind === 'training' ? of.take : null };
}

function evaluate(
  of: FlatQuantity,
  claim: Claim,
  at: number,
  assumptions: Assumptions,
  done: readonly QuantityReport[],
  solved: Solved,
): Result<Figure | null> {
  const path = (key: string) => ['quantities', at, key];
  switch (of.kind) {
    case 'given':
      return ok({ value: of.value, low: of.low ?? of.value, high: of.high ?? of.value });
    case 'model': {
      const model = claimedModel(of.model, claim, path('model'));
      if (!model.ok) return model;
      const tokens = typeof of.model === 'string' ? catalogFlatModel(of.model).training_tokens : null;
      const value = modelFigure(model.value, of.take, of.sequence, tokens);
      return ok(value === null ? null : exact(value));
    }
    case 'chip': {
      const chip = catalogControlFacts().find(({ id }) => id === of.chip);
      if (!chip) return ok(null);
      const { low, high } = ruleVariables(chip)[of.take];
      return ok({ value: low === high ? low : (low + high) / 2, low, high });
    }
    case 'rules':
      return ok(exact(rulesFigure(of)));
    case 'deployment':
    case 'decode': {
      const model = claimedModel(of.model, claim, path('model'));
      if (!model.ok) return model;
      const named = claimedSystem(of.system, claim, path('system'));
      if (!named.ok) return named;
      const system = scaledSystem(named.value, assumptions);
      return ok(
        of.kind === 'decode'
          ? decodeFigure(model.value, system, of)
          : deploymentFigure(model.value, system, of),
      );
    }
    case 'training':
      return trainingFigure(of, assumptions, solved);
    case 'price': {
      const price = catalogPrices().find(({ id }) => id === of.price);
      const changed = assumptions.prices[of.price]?.[of.take];
      if (changed !== undefined) return ok(exact(changed));
      const value = price?.[of.take];
      if (!price || value === null || value === undefined) return ok(null);
      const own = of.take === 'input';
      return ok({
        value,
        low: (own ? price.input_low : undefined) ?? value,
        high: (own ? price.input_high : undefined) ?? value,
      });
    }
    case 'expression':
      return ok(expressionFigure(of.of, done));
  }
}

/** The central value, and the hull over the intervals of what it is made of. */
export function expressionFigure(of: string, done: readonly QuantityReport[]): Figure {
  const names = done.map(({ id }) => id);
  const plain = compileExpression(of, names);
  const wide = compileInterval(of, names);
  if (!plain.ok || !wide.ok) throw new Error(of);
  return { value: plain.value(...done.map(({ value }) => value)), ...wide.value(done) };
}

/** Rules that bind sales to China and test chips by figures; and of them, those that test more than computing power. */
function rulesFigure({ take, on }: Extract<FlatQuantity, { kind: 'rules' }>): number {
  const rules = catalogRules().filter(
    ({ from, binds_china, jurisdiction, tests }) =>
      from <= on && binds_china && jurisdiction === 'us-export' && tests.some(({ any }) => any !== undefined),
  );
  if (take === 'rules_on') return rules.length;
  const beyond = /dram_gb_s|io_gb_s|hbm_density|memory_gb/;
  return rules.filter(({ tests }) =>
    tests.some(({ any }) => any?.some((group) => group.some(({ of }) => beyond.test(of)))),
  ).length;
}

function scaledSystem(system: System, { resources }: Assumptions): System {
  const { flops = 1, memory_bandwidth = 1, scale_up_bandwidth = 1, scale_out_bandwidth = 1 } = resources;
  const { chip, scaleUp, scaleOut } = system;
  const { bf16, fp8, fp4 } = chip.peakFlops;
  return {
    ...system,
    chip: {
      ...chip,
      memoryBandwidth: chip.memoryBandwidth * memory_bandwidth,
      peakFlops: { bf16: bf16 * flops, fp8: fp8 && fp8 * flops, fp4: fp4 && fp4 * flops },
    } as System['chip'],
    scaleUp: { ...scaleUp, bandwidth: scaleUp.bandwidth * scale_up_bandwidth } as System['scaleUp'],
    scaleOut: { ...scaleOut, bandwidth: scaleOut.bandwidth * scale_out_bandwidth } as System['scaleOut'],
  };
}

function sourceOf(of: FlatQuantity, claim: Claim): string {
  const say = words().claims;
  if (of.kind === 'given') return of.source;
  if (of.kind === 'price') {
    const price = catalogPrices().find(({ id }) => id === of.price);
    return price
      ? say.priceSource(price.name, price.date, price.sources.map(({ title }) => title).join('; '))
      : '';
  }
  return say.command(claim.file);
}
