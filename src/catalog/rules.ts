import type { ControlFacts } from '../hardware';
import { must, ok, type Result } from '../units';
import { factsOfChip, factsOfPartial } from './controls';
import { isPlain } from './merge';
import { prepare, readSource } from './prepare';
import { resolveChip } from './resolve';
import type { FlatPartialChip } from './schema/controls';
import type { FlatRule } from './schema/rule';
import type { Source } from './schema/sources';
import { check, type Store, schemas } from './store';
import type { ScenarioSource } from './types';
import { writtenValue } from './yaml';

/** A dated rule, with its id and where its text is read. */
export interface Rule extends FlatRule {
  id: string;
  sources: Source[];
  notes: string | null;
}

function ruleOf(store: Store, id: string): Rule {
  const entry = must(store.entry('rules', id));
  const flat = must(check(schemas.rules, entry.values, entry.written));
  return { ...flat, id, sources: entry.sources, notes: entry.notes };
}

/** All rules of the catalog by date. */
export const rulesOf = (store: Store): Rule[] =>
  store
    .ids('rules')
    .map((id) => ruleOf(store, id))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));

/** What rules ask of every chip of the catalog, those known in part too. */
export function allControlFacts(store: Store): ControlFacts[] {
  return [
    ...store.ids('chips').map((id) => {
      const chip = must(resolveChip(id, must(writtenValue(id, id)), [], store));
      return factsOfChip(id, chip.flat);
    }),
    ...store.ids('partial-chips').map((id) => {
      const entry = must(store.entry('partial-chips', id));
      return factsOfPartial(id, must(check(schemas['partial-chips'], entry.values, entry.written)));
    }),
  ];
}

/** What a file asks the rules: chips of a scenario's clusters, or one more rule over the whole catalog. */
export interface RuleQuestion {
  chips: ControlFacts[];
  rules: Rule[];
}

/** Reads a file with a rule (`tests:`), a chip known in part (`origin:`), or a scenario. Never throws for what a user wrote. */
export function ruleQuestion(source: ScenarioSource | null, store: Store): Result<RuleQuestion> {
  if (source === null) return ok({ chips: allControlFacts(store), rules: rulesOf(store) });
  const read = readSource(source);
  if (!read.ok) return read;
  const { value } = read.value;
  if (isPlain(value) && Object.hasOwn(value, 'tests')) {
    const { sources, notes, conflicts, ...plain } = value;
    const checked = check(schemas.rules, plain, read.value);
    if (!checked.ok) return checked;
    const own: Rule = {
      ...checked.value,
      id: 'own',
      sources: [],
      notes: typeof notes === 'string' ? notes : null,
    };
    return ok({ chips: allControlFacts(store), rules: [...rulesOf(store), own] });
  }
  if (isPlain(value) && Object.hasOwn(value, 'origin')) {
    const { sources, notes, conflicts, ...plain } = value;
    const checked = check(schemas['partial-chips'], plain, read.value);
    if (!checked.ok) return checked;
    const flat: FlatPartialChip = checked.value;
    return ok({ chips: [factsOfPartial('own', flat)], rules: rulesOf(store) });
  }
  const prepared = prepare(source, store);
  if (!prepared.ok) return prepared;
  const facts = prepared.value.clusters.map(({ system }) => {
    const { id, flat } = system.chip;
    const own = factsOfChip(id, flat);
    const scaleUp = 2 * system.flat.scale_up.bandwidth;
    return scaleUp > own.ioBandwidth.high ? { ...own, ioBandwidth: { low: scaleUp, high: scaleUp } } : own;
  });
  const different = [...new Map(facts.map((chip) => [JSON.stringify(chip), chip])).values()];
  return ok({ chips: different, rules: rulesOf(store) });
}
