import type { Case } from '../../catalog';
import {
  durationSources,
  type Interval80,
  priceSource,
  ratioSpread,
  type SpreadSource,
  sourcesSpread,
  throughputSources,
  Z90,
} from '../../run';
import { exactText, steadyExp } from '../../units';
import { withChips } from '../objective';
import { conventions } from './conventions';
import { whyNone } from './reason';
import {
  amountOf,
  asWritten,
  type Sized,
  type SizeFor,
  sideOf,
  sizesOf,
  type Target,
  totalsOf,
} from './solve';
import type { ParityRow, ParityStudy } from './types';

/** The matched cluster: as it stands, or at the size that meets the deadline. */
export interface Matched {
  item: Case;
  sized: Sized | null;
  target: Target | null;
  reason: string | null;
}

export function matchedOf(item: Case, study: ParityStudy): Matched {
  const { by } = study;
  if (by === 'deadline') {
    const target: Target = { by, value: study.deadline ?? Number.NaN };
    const sized = sizesOf(item, study)(target);
    return { item, sized, target, reason: sized ? null : whyNone(item, target, study) };
  }
  const { sized, reason } = asWritten(item);
  return { item, sized, target: sized && { by, value: amountOf(sized, by) }, reason };
}

/** What is not known of the amount that is made equal. */
function sourcesOf({ item, step, working }: Sized, by: ParityStudy['by']): SpreadSource[] {
  const { setup, run } = item;
  if (by === 'throughput') return throughputSources(setup, step.plan);
  const duration = durationSources(setup, step.plan, working, run);
  return by === 'cost' ? [...duration, priceSource(setup)] : duration;
}

const chipsOf = (sized: Sized | null): number | null => sized?.item.setup.cluster.chips ?? null;

/** Sizes that reach the target an 80 % bound of `spread` easier and harder. */
function sizesWithin(sizeFor: SizeFor, target: Target, spread: number): [number | null, number | null] {
  const at = (side: -1 | 1) => {
    // A harder target is more throughput, or less time; a larger sum allows more chips.
    const sign = target.by === 'deadline' ? -side : side;
    return chipsOf(sizeFor({ ...target, value: target.value * steadyExp(sign * Z90 * spread) }));
  };
  return [at(-1), at(1)];
}

const around = (value: number, spread: number): Interval80 => [
  value * steadyExp(-Z90 * spread),
  value * steadyExp(Z90 * spread),
];

/** Do two cases differ in nothing but their names? */
function sameCluster(a: Case, b: Case): boolean {
  const text = ({ setup, constraints, run, stages, cost }: Case) =>
    exactText({
      ...{ constraints, run, stages, cost },
      setup: { ...setup, cluster: { ...setup.cluster, name: '' } },
    });
  const own = text(a);
  return own !== null && own === text(b);
}

/** Is there a plan on one node, or one chip, less? Chips may stand idle, so what holds there holds below. */
function fitsSmaller({ item }: Sized, study: ParityStudy): boolean {
  const { chips, system } = item.setup.cluster;
  const fewer = chips - (study.whole === 'nodes' ? system.chipsPerNode : 1);
  return fewer > 0 && asWritten(withChips(item, fewer)).sized !== null;
}

/** How many chips of `item` equal the matched cluster. */
export function matchRow(matched: Matched, item: Case, study: ParityStudy): ParityRow {
  const { by } = study;
  const { sized: a, target } = matched;
  const sizeFor = sizesOf(item, study);
  const alike = sameCluster(matched.item, item);
  const b = alike ? a : target && sizeFor(target);
  const chipsA = chipsOf(a);
  const chipsB = chipsOf(b);
  const row: ParityRow = {
    of: matched.item.cluster,
    chips_of: chipsA,
    chips_of_interval80: null,
    chip_of: matched.item.setup.cluster.system.chip.name,
    chip: item.setup.cluster.system.chip.name,
    equal_to: item.cluster,
    chips: chipsB,
    interval80: null,
    by,
    memory_floor: false,
    ratio: null,
    ratio_interval80: null,
    ...conventions(matched.item.setup.cluster.system.chip, item.setup.cluster.system.chip),
    cost_ratio: null,
    cost_ratio_interval80: null,
    energy_ratio: null,
    reason: target ? (b ? null : whyNone(item, target, study)) : matched.reason,
    matched: sideOf(a),
    match: sideOf(b),
  };
  if (!a || !b || !target || chipsA === null || chipsB === null) return row;
  // A cluster equals itself: nothing about that is uncertain.
  if (alike) return { ...row, ratio: 1, cost_ratio: 1, energy_ratio: 1 };
  const sourcesA = sourcesOf(a, by);
  const sourcesB = sourcesOf(b, by);
  const relative = ratioSpread(sourcesA, sourcesB);
  const byRatio = sizesWithin(sizeFor, target, relative);
  const over = (chips: number | null) => (chips === null ? null : chips / chipsA);
  const cost = totalsOf(b).costUsd / totalsOf(a).costUsd;
  const costSpread = ratioSpread(sourcesOf(a, 'cost'), sourcesOf(b, 'cost'));
  return {
    ...row,
    memory_floor: (by === 'throughput' || by === 'deadline') && !fitsSmaller(b, study),
    chips_of_interval80:
      by === 'deadline' ? sizesWithin(sizesOf(matched.item, study), target, sourcesSpread(sourcesA)) : null,
    // A deadline is met by each cluster alone; any other target is what the matched cluster came to.
    interval80: by === 'deadline' ? sizesWithin(sizeFor, target, sourcesSpread(sourcesB)) : byRatio,
    ratio: chipsB / chipsA,
    ratio_interval80: [over(byRatio[0]), over(byRatio[1])],
    cost_ratio: cost,
    cost_ratio_interval80: around(cost, costSpread),
    energy_ratio: totalsOf(b).energyJoules / totalsOf(a).energyJoules,
  };
}
