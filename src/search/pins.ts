import type { Model } from '../model';
import { clusterRanks, type Setup } from '../step';
import { words } from '../words';
import type { NumericKey, PlanConstraints } from './types';

/** The first mixture of experts that a model has; null for a dense one. */
export function firstMoe(model: Model) {
  for (const kind of model.kinds) if (kind.feedForward?.kind === 'moe') return kind.feedForward;
  return null;
}

/** What tensor parallelism splits, layer kind by layer kind; key/value heads are replicated where they are fewer. */
export const headCounts = ({ kinds }: Model): number[] =>
  kinds.flatMap(({ attention }) => {
    if (!attention) return [];
    return [attention.kind === 'gated-delta' ? attention.keyHeads : attention.heads];
  });

/** Why no plan has this value of a degree, whatever the rest of the plan is; null where some may. */
export function degreeProblem(setup: Setup, key: NumericKey, value: number): string | null {
  const { model, training } = setup;
  const say = words().pins;
  const moe = firstMoe(model);
  const pin = `${key} ${value}`;
  const divides = (whole: number, what: keyof typeof say.what) =>
    whole % value === 0 ? null : say.notDivide(pin, whole, say.what[what]);
  switch (key) {
    case 'tp': {
      const uneven = headCounts(model).find((heads) => heads % value !== 0);
      return uneven === undefined ? null : divides(uneven, 'heads');
    }
    case 'cp':
      return divides(training.sequence, 'sequence');
    case 'ep':
    case 'etp':
      if (!moe) return value === 1 ? null : say.noExperts(pin, model.name);
      return key === 'ep' ? divides(moe.experts, 'experts') : divides(moe.intermediate, 'ffn');
    case 'pp': {
      const layers = model.layerKinds.length;
      return value <= layers ? null : say.stages(pin, value, layers, model.name);
    }
    default:
      return null;
  }
}

/** Why no plan has all that is pinned to one value; null where no pin and no pair of them is the matter. */
export function pinProblem(setup: Setup, constraints: PlanConstraints): string | null {
  for (const key of DEGREES) {
    const value = constraints[key];
    const problem = typeof value === 'number' ? degreeProblem(setup, key, value) : null;
    if (problem !== null) return problem;
  }
  return stageProblem(setup, constraints) ?? rankProblem(setup, constraints);
}

/** Schedule, stages and virtual stages that do not go together. */
function stageProblem({ model, stack }: Setup, constraints: PlanConstraints): string | null {
  const say = words().pins;
  const { schedule } = constraints;
  const [pp, vpp, zero] = [
    pinned(constraints, 'pp'),
    pinned(constraints, 'vpp'),
    pinned(constraints, 'zero'),
  ];
  if (vpp !== null && vpp > 1 && !(schedule ? [schedule] : stack.schedules).includes('interleaved'))
    return say.needs(`vpp ${vpp}`, say.interleaved(schedule ?? stack.schedules.join(', ')));
  if (vpp === 1 && schedule === 'interleaved')
    return say.needs('schedule interleaved', say.atLeast('vpp', 2));
  if (pp !== null) {
    const onlyPipelines = schedule !== undefined && schedule !== '1f1b' && schedule !== 'dualpipe';
    if (pp < 2 && onlyPipelines) return say.needs(`schedule ${schedule}`, say.atLeast('pp', 2));
    if (pp < 2 && vpp !== null && vpp > 1) return say.needs(`vpp ${vpp}`, say.atLeast('pp', 2));
    if (pp % 2 !== 0 && schedule === 'dualpipe') return say.needs('schedule dualpipe', say.even('pp', pp));
    if (pp > 1 && zero === 3) return say.needs('zero 3', say.onlyOne('pp', pp));
    const fold = schedule === 'dualpipev' ? 2 : (vpp ?? 1);
    const layers = model.layerKinds.length;
    if (pp * fold > layers) {
      const by = schedule === 'dualpipev' ? 'dualpipev' : `vpp ${fold}`;
      return say.stages(`pp ${pp}, ${by}`, pp * fold, layers, model.name);
    }
  }
  return null;
}

/** Groups that need more ranks than there are, or that do not divide each other. */
function rankProblem(setup: Setup, constraints: PlanConstraints): string | null {
  const say = words().pins;
  const ranks = clusterRanks(setup);
  const domain = setup.cluster.system.scaleUp.domainChips * setup.cluster.system.chip.dies;
  const given = (keys: readonly NumericKey[]) =>
    keys.flatMap((key) => {
      const value = pinned(constraints, key);
      return value === null || value === 1 ? [] : [{ text: `${NAMES[key]} ${value}`, value }];
    });
  const product = (keys: readonly NumericKey[]) => given(keys).reduce((all, { value }) => all * value, 1);
  const named = (keys: readonly NumericKey[]) =>
    given(keys)
      .map(({ text }) => text)
      .join(' × ');
  for (const keys of [['tp', 'cp', 'pp', 'dp'] as const, ['ep', 'etp', 'pp'] as const]) {
    if (product(keys) > ranks) return say.moreThan(named(keys), product(keys), ranks, say.what.ranks);
  }
  const groups = { tp: ['tp'], cp: ['tp', 'cp'], ep: ['ep', 'etp'], etp: ['etp'] } as const;
  for (const key of constraints.inDomain ?? []) {
    const size = product(groups[key]);
    if (size > domain) return say.moreThan(named(groups[key]), size, domain, say.what.domain);
  }
  const attention = ['tp', 'cp', 'dp'] as const;
  const experts = product(['ep', 'etp']);
  if (attention.every((key) => pinned(constraints, key) !== null) && product(attention) % experts !== 0)
    return say.folding(named(['ep', 'etp']), named(attention) || '1', product(attention));
  return null;
}

const pinned = (constraints: PlanConstraints, key: NumericKey): number | null => {
  const value = constraints[key];
  return typeof value === 'number' ? value : null;
};

/** Degrees as they are written in a scenario. */
const NAMES: Readonly<Record<NumericKey, string>> = {
  ...{ tp: 'tp', pp: 'pp', vpp: 'vpp', ep: 'ep', etp: 'etp', cp: 'cp', dp: 'dp', zero: 'zero' },
  microBatch: 'micro_batch',
};
const DEGREES = Object.keys(NAMES) as NumericKey[];

/** Each thing that the user fixed, as text such as `tp 8` or `ep 8–64`, and what is left without it. */
export function pinsOf(constraints: PlanConstraints): { text: string; without: PlanConstraints }[] {
  const { inDomain = [] } = constraints;
  const without = (key: keyof PlanConstraints) => ({ ...constraints, [key]: undefined });
  const degrees = DEGREES.flatMap((key) => {
    const value = constraints[key];
    if (value === undefined) return [];
    const text = typeof value === 'number' ? String(value) : `${value.min ?? ''}–${value.max ?? ''}`;
    return [{ text: `${NAMES[key]} ${text}`, without: without(key) }];
  });
  const choices = (['schedule', 'recompute'] as const).flatMap((key) =>
    constraints[key] === undefined ? [] : [{ text: `${key} ${constraints[key]}`, without: without(key) }],
  );
  const domains =
    inDomain.length === 0 ? [] : [{ text: `in_domain ${inDomain.join(', ')}`, without: without('inDomain') }];
  return [...degrees, ...choices, ...domains];
}
