import type { FlatStudy, Rule } from '../../catalog';
import { type Chip, type ControlFacts, RULE_VARIABLE_NAMES, ruleVariables } from '../../hardware';
import { judgeAll, judgeAny, judgeCondition, point } from '../../units';
import { judgeRule } from '../rules';

export type BestChipStudy = Extract<FlatStudy, { kind: 'best_chip' }>;

/** The free variables of a chip: FLOP/s of BF16, bytes, bytes per second. */
export interface Design {
  bf16: number;
  memory: number;
  memory_bandwidth: number;
  scale_up: number;
  scale_out: number;
}
const DESIGN_KEYS = ['bf16', 'memory', 'memory_bandwidth', 'scale_up', 'scale_out'] as const;
export type DesignKey = (typeof DESIGN_KEYS)[number];

/** What can be built: from a cut-down part of 2023 (H20, PCIe) to the best of 2026 (Rubin: 4 PFLOP/s BF16, 22 TB/s, NVLink 6). */
const LIMITS: Record<DesignKey, { low: number; high: number }> = {
  bf16: { low: 100e12, high: 4e15 },
  memory: { low: 48e9, high: 288e9 },
  memory_bandwidth: { low: 0.8e12, high: 22e12 },
  scale_up: { low: 32e9, high: 1.5e12 },
  scale_out: { low: 25e9, high: 200e9 },
};
/** One reticle of logic, mm². */
const DIE_AREA = 814;

export const limitsOf = ({ limits }: BestChipStudy): typeof LIMITS =>
  Object.fromEntries(DESIGN_KEYS.map((key) => [key, limits[key] ?? LIMITS[key]])) as typeof LIMITS;

/** Both directions of all links of the chip, scale-out too. */
export const ioOf = (design: Design): number => 2 * (design.scale_up + design.scale_out);

/** The chip's facts as rules ask for them; lower formats keep their ratio to BF16. */
export function factsOf(design: Design, like: Chip, study: BestChipStudy): ControlFacts {
  const { bf16, fp8, fp4 } = like.peakFlops;
  const rate = (own: number | null) => (own === null ? null : point((own * design.bf16) / bf16));
  return {
    ...{ id: 'design', name: 'design', vendor: '', origin: 'us', released: null },
    ...{ dataCenter: true, standaloneMemory: false, memoryKind: null, unknown: [] },
    rates: { bf16: point(design.bf16), fp8: rate(fp8), fp4: rate(fp4), int8: null },
    dieAreaMm2: point(study.limits.die_area ?? DIE_AREA),
    stackAreaMm2: point(0),
    ioBandwidth: point(ioOf(design)),
    memoryBandwidth: point(design.memory_bandwidth),
    memoryBytes: point(design.memory),
  };
}

/** What a chip is judged by. */
type Law = [like: Chip, study: BestChipStudy, rules: readonly Rule[], all: readonly Rule[]];

/** The rules that do not leave a chip free; null stands for what the study itself forbids. */
function* barring(design: Design, ...[like, study, rules, all]: Law): Generator<Rule | null> {
  const facts = factsOf(design, like, study);
  const allowed: readonly string[] = study.allow;
  for (const rule of rules) if (!allowed.includes(judgeRule(facts, rule, all).outcome)) yield rule;
  if (!study.forbidden) return;
  const variables = ruleVariables(facts);
  const values = RULE_VARIABLE_NAMES.map((name) => variables[name]);
  const groups = study.forbidden.map((group) =>
    judgeAll(group.flatMap((condition) => judgeCondition(condition, RULE_VARIABLE_NAMES, values))),
  );
  if (judgeAny(groups).verdict !== false) yield null;
}

/** Whether the rules leave a chip free. */
export const legal = (design: Design, ...law: Law): boolean => barring(design, ...law).next().done === true;

/** So much more of a figure is asked for what bars it: well beyond the last step of the search for its largest value. */
const MORE = 1.01;

/** What keeps each figure of a chip at the edge from being more: rules, or what can be built. */
export function boundsOf(
  design: Design,
  limits: typeof LIMITS,
  ...law: Law
): { rules: { rule: Rule | null; figures: DesignKey[] }[]; built: DesignKey[] } {
  const figures = new Map<Rule | null, DesignKey[]>();
  const built: DesignKey[] = [];
  for (const key of DESIGN_KEYS) {
    const more = MORE * design[key];
    if (more > limits[key].high) {
      built.push(key);
      continue;
    }
    for (const rule of barring({ ...design, [key]: more }, ...law))
      figures.set(rule, [...(figures.get(rule) ?? []), key]);
  }
  return { rules: [...figures].map(([rule, keys]) => ({ rule, figures: keys })), built };
}

/** Steps of the search for the largest legal value: a part in 10⁴ of the range, on a logarithmic scale. */
const BISECTIONS = 14;
/** Shares of its own best that the first figure takes, so that what is traded between figures is sampled. */
const SHARES = [0.2, 0.4, 0.6, 0.8, 1];

/**
 * Chips at the edge of what is legal: figures are raised one after another, in every order, each as far as the rules and
 * the limits let it, the first one also less far. As more of any figure never slows training, the best legal chip lies on
 * this edge; between its samples it is known to their spacing.
 */
export function edgeDesigns(isLegal: (design: Design) => boolean, limits: typeof LIMITS): Design[] {
  const lowest = Object.fromEntries(DESIGN_KEYS.map((key) => [key, limits[key].low])) as unknown as Design;
  if (!isLegal(lowest)) return [];
  const found = new Map<string, Design>();
  for (const order of permutations(DESIGN_KEYS.filter((key) => key !== 'memory'))) {
    for (const share of SHARES) {
      let design = raise(lowest, 'memory', 1, isLegal, limits);
      order.forEach((key, at) => {
        design = raise(design, key, at === 0 ? share : 1, isLegal, limits);
      });
      // What the later ones left may still be raised.
      for (const key of DESIGN_KEYS) design = raise(design, key, 1, isLegal, limits);
      found.set(DESIGN_KEYS.map((key) => design[key].toPrecision(4)).join(' '), design);
    }
  }
  const designs = [...found.values()];
  return designs.filter((one) => !designs.some((other) => other !== one && beats(other, one)));
}

function raise(
  design: Design,
  key: DesignKey,
  share: number,
  isLegal: (design: Design) => boolean,
  limits: typeof LIMITS,
): Design {
  const from = design[key];
  const { high } = limits[key];
  let best = from;
  if (isLegal({ ...design, [key]: high })) best = high;
  else {
    let over = high;
    for (let step = 0; step < BISECTIONS; step += 1) {
      const middle = Math.sqrt(best * over);
      if (isLegal({ ...design, [key]: middle })) best = middle;
      else over = middle;
    }
  }
  return { ...design, [key]: from + (best - from) * share };
}

/** Better or as good in every figure, by more than rounding in one. */
function beats(a: Design, b: Design): boolean {
  const slack = 1 - 1e-3;
  return (
    DESIGN_KEYS.every((key) => a[key] >= b[key] * slack) && DESIGN_KEYS.some((key) => a[key] * slack > b[key])
  );
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
