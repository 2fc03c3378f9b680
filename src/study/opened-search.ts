import {
  type Case,
  dispatchersOf,
  type OpenDispatcher,
  type OpenPrecision,
  precisionsOf,
  precisionsOfChip,
} from '../catalog';
import { DISPATCHERS, PRECISIONS } from '../step';
import { errorOf, fail, nearest, ok, type Result } from '../units';
import { words } from '../words';
import type { SearchTask } from './types';

const NAMES = { precision: [...PRECISIONS, 'fp8', 'any'], dispatcher: [...DISPATCHERS, 'any'] } as const;

/** `any`, a name or several with commas between them, as given to `option`. */
export function openChoice<K extends keyof typeof NAMES>(
  kind: K,
  option: string,
  text: string,
): Result<NonNullable<SearchTask[K]>> {
  const names: readonly string[] = NAMES[kind];
  const given = text.split(',').map((name) => name.trim());
  const wrong = given.find((name) => !names.includes(name) || (name === 'any' && given.length > 1));
  if (wrong === undefined) {
    // Every name is one of the kind's.
    return ok((given.length === 1 ? given[0] : given) as NonNullable<SearchTask[K]>);
  }
  const say = words().catalog;
  const near = nearest(wrong, names);
  const expected = say.openForms(names.slice(0, -1));
  return fail(errorOf(option, say.notOneOf(wrong, near), expected, { nearest: near }));
}

/** The case with what a task leaves open or fixes. */
export function openedCase(
  item: Case,
  { precision, dispatcher }: { precision?: OpenPrecision; dispatcher?: OpenDispatcher },
): Result<Case> {
  const { chip } = item.setup.cluster.system;
  const constraints = { ...item.constraints };
  const say = words().catalog;
  const refuse = (option: string, message: string, offered: readonly string[]): Result<Case> =>
    fail(errorOf(option, message, say.oneOf(offered)));
  if (precision !== undefined) {
    constraints.precision = precisionsOf(precision, chip, item.offered);
    if (constraints.precision.length === 0) {
      const wrong = say.precisionUnsupported([precision].flat().join(', '), chip.name);
      return refuse('--precision', wrong, precisionsOfChip(chip));
    }
  }
  if (dispatcher !== undefined) {
    constraints.dispatcher = dispatchersOf(dispatcher, chip, item.offered);
    if (constraints.dispatcher.length === 0) {
      const wrong = say.dispatcherUnsupported([dispatcher].flat().join(', '), chip.name);
      return refuse('--dispatcher', wrong, item.offered.dispatchers);
    }
  }
  return ok({ ...item, constraints });
}
