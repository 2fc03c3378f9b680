import type { Chip, System } from '../hardware';
import type { Model } from '../model';
import type { Stack } from '../step';
import { must } from '../units';
import { isPlain, type Plain } from './merge';
import { resolveChip, resolveModel, resolveStack, resolveSystem, toChip, toModel, toSystem } from './resolve';
import type { FlatModel } from './schema/model';
import type { Kind } from './schema/reference';
import type { Source } from './schema/sources';
import { toStack } from './stack';
import type { Store } from './store';
import { readYaml, type Written, writtenValue } from './yaml';

/** A ready study: a question in plain words and the text of its file. */
export interface Study {
  id: string;
  question: string;
  text: string;
}

const here = (id: string): Written => must(writtenValue(id, id));

export const modelOf = (store: Store, id: string): Model =>
  toModel(must(resolveModel(id, here(id), [], store)));

/** The model's flat form with all defaults filled in, to lay other counts over. */
export const flatModelOf = (store: Store, id: string): FlatModel =>
  must(resolveModel(id, here(id), [], store)).flat;

export const systemOf = (store: Store, id: string): System =>
  toSystem(must(resolveSystem(id, here(id), [], store)));

const chips = new WeakMap<Store, Map<string, Chip>>();

/** Checked once for each store: every row of a report asks for the chip of its price. */
export function chipOf(store: Store, id: string): Chip {
  const known = chips.get(store) ?? new Map<string, Chip>();
  chips.set(store, known);
  const chip = known.get(id) ?? toChip(must(resolveChip(id, here(id), [], store)));
  known.set(id, chip);
  return chip;
}

export const stackOf = (store: Store, id: string): Stack =>
  toStack(must(resolveStack(id, here(id), [], store)));

/** The values of an entry as written, with units, without sources and notes. */
export const entryOf = (store: Store, kind: Kind, id: string): Plain => must(store.entry(kind, id)).values;

export const sourcesOf = (store: Store, kind: Kind, id: string): Source[] =>
  must(store.entry(kind, id)).sources;

/** The ready studies of scenarios/, by file name. */
export function studiesOf(store: Store): Study[] {
  return Object.entries(store.files)
    .filter(([path]) => /^scenarios\/[^/]+\.yaml$/.test(path))
    .map(([path, text]) => {
      const { value } = must(readYaml(path, text));
      const question = isPlain(value) ? String(value.question) : '';
      return { id: path.slice('scenarios/'.length, -'.yaml'.length), question, text };
    });
}
