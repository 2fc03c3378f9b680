import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import schema from '../../../schema/scenario.json';
import type { CatalogReport } from '../../study';
import { type Place, placeAt } from './place';
import { allowedAt, type Schema } from './schema-at';

/** Keys and values that the published schema allows at the caret, and the names of the catalog where one may stand. */
export const completer =
  (catalog: () => CatalogReport | null): CompletionSource =>
  ({ state, pos, explicit }) => {
    const place = placeAt(state.doc.toString(), pos);
    if (!place || (place.from === pos && !explicit)) return null;
    const options = completionsAt(place, catalog());
    return options.length === 0 ? null : { from: place.from, options, validFor: /^[\w.-]*$/ };
  };

export function completionsAt({ path, at, taken }: Place, catalog: CatalogReport | null): Completion[] {
  const { keys, values } = allowedAt(schema as Schema, path);
  const named = at === 'value' || typeof path[path.length - 1] === 'number' ? namesAt(path, catalog) : [];
  return [
    ...named,
    ...values.map((label): Completion => ({ label, type: 'enum' })),
    ...(at === 'key' ? keys : [])
      .filter(({ name }) => !taken.includes(name))
      .map(({ name, about, required }): Completion => {
        return {
          label: name,
          apply: `${name}: `,
          info: about || undefined,
          type: 'property',
          boost: required ? 1 : 0,
        };
      }),
  ];
}

/** Entries of the catalog by the key that names one; `base` is of the entry around it. */
function namesAt(path: Place['path'], catalog: CatalogReport | null): Completion[] {
  const keys = path.filter((step) => typeof step === 'string');
  const key = keys[keys.length - 1] === 'base' ? keys[keys.length - 2] : keys[keys.length - 1];
  const { models = [], systems = [], stacks = [] } = catalog ?? {};
  const lists: Record<string, readonly { id: string; name: string }[]> = {
    ...{ model: models, system: systems, stack: stacks },
  };
  return (lists[key] ?? []).map(
    ({ id, name }): Completion => ({ label: id, detail: name, type: 'constant' }),
  );
}
