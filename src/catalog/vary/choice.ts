import { fail, nearest, ok, type Result, type UserError } from '../../units';
import { words } from '../../words';
import { errorAt } from '../issues';
import type { PreparedCluster } from '../prepare';
import { resolveModel, resolveStack, resolveSystem } from '../resolve';
import { CHOSEN } from '../schema/varied';
import type { Store } from '../store';
import type { Path, Written } from '../yaml';

/** What each choice makes of a cluster. */
export type Apply = (cluster: PreparedCluster) => PreparedCluster;

/** Follows the names that a choice such as `model: [glm-5, kimi-k2]` lists. */
export function choices(
  key: string,
  names: readonly string[],
  written: Written,
  path: Path,
  store: Store,
): Result<Apply[]> {
  const errors: UserError[] = [];
  const all = names.flatMap((name, index) => {
    const made = choice(key, name, written, [...path, index], store);
    if (made.ok) return [made.value];
    errors.push(...made.errors);
    return [];
  });
  return errors.length > 0 ? fail(...errors) : ok(all);
}

function choice(key: string, name: string, written: Written, path: Path, store: Store): Result<Apply> {
  const take = <T>(result: Result<T>, apply: (value: T) => Apply): Result<Apply> =>
    result.ok ? ok(apply(result.value)) : result;
  switch (key) {
    case 'model':
      return take(resolveModel(name, written, path, store), (model) => (cluster) => ({ ...cluster, model }));
    case 'system':
      return take(resolveSystem(name, written, path, store), (system) => (cluster) => ({
        ...cluster,
        system,
      }));
    case 'stack':
      return take(resolveStack(name, written, path, store), (stack) => (cluster) => ({ ...cluster, stack }));
    default: {
      const known = CHOSEN[key];
      if (!known.includes(name)) {
        const near = nearest(name, [...known]);
        const say = words().catalog;
        return fail(errorAt(written, path, say.notOneOf(name, near), say.oneOf(known), near));
      }
      return ok((cluster) => ({ ...cluster, training: { ...cluster.training, [key]: name } }));
    }
  }
}
