import { ASSUME_OPTION } from '../../../report';
import { getIn, isObject, type Json, type JsonObject, setIn } from '../../state/json';
import type { TaskOf } from '../../state/question';
import { choose, option } from '../../state/store';

/** Changed assumptions as the link holds them; the engine judges what they say. */
export type Assumed = JsonObject;

/** What the reader's assumptions are called where a command reads them. */
export const ASSUMPTIONS_FILE = 'assumptions.yaml';

const PARTS = ['resources', 'prices', 'values'] as const;
export const LINKS = ['scale_up_bandwidth', 'scale_out_bandwidth'] as const;

/** What the link assumes; 'unreadable' where it is no object. Nothing is {}. */
export function assumed(): Assumed | 'unreadable' {
  const text = option(ASSUME_OPTION);
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? (value as JsonObject) : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Without parts that change nothing, so that equal assumptions are equal links. */
function plain(assume: Assumed): Assumed {
  let next = assume;
  for (const part of PARTS) {
    const of = next[part];
    if (!isObject(of)) continue;
    for (const [key, value] of Object.entries(of)) {
      if (isObject(value) && Object.keys(value).length === 0) next = setIn(next, [part, key], undefined);
    }
    if (Object.keys(next[part] as JsonObject).length === 0) next = setIn(next, [part], undefined);
  }
  return next;
}

export function assume(next: Assumed, finished = true): void {
  const kept = plain(next);
  choose(ASSUME_OPTION, Object.keys(kept).length === 0 ? '' : JSON.stringify(kept), finished);
}

/** One value of the assumptions; undefined takes it back. */
export function assumeAt(path: readonly string[], value: Json | undefined, finished = true): void {
  const now = assumed();
  assume(setIn(now === 'unreadable' ? {} : now, path, value), finished);
}

export function assumedAt(path: readonly string[]): string {
  const now = assumed();
  const value = now === 'unreadable' ? undefined : getIn(now, path);
  return value === undefined || value === null ? '' : String(value);
}

/** How many single values are changed. */
export const countOf = (value: Json | undefined): number =>
  isObject(value)
    ? Object.values(value).reduce<number>((sum, part) => sum + countOf(part), 0)
    : value === undefined
      ? 0
      : 1;

export const claimsTask = (changed: Assumed | null): TaskOf<'claims'> => ({
  kind: 'claims',
  source: changed && { file: ASSUMPTIONS_FILE, value: { assume: changed } },
});
