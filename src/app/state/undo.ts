import { computed, signal } from '@preact/signals';
import type { JsonObject } from './json';

/** Scenarios before and after the one on show. Going to another view is no edit and takes no place here. */

const MOST = 200;
const past = signal<readonly JsonObject[]>([]);
const future = signal<readonly JsonObject[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

/** True while undo or redo puts a scenario back, which is no edit of its own. */
let stepping = false;

/** To be called with the scenario that an edit is about to replace. */
export function noteEdit(before: JsonObject): void {
  if (stepping) return;
  past.value = [...past.peek().slice(1 - MOST), before];
  future.value = [];
}

type Show = (scenario: JsonObject) => void;

/** Puts back the scenario before the last edit; `now` is the one on show. */
export const undo = (now: JsonObject, show: Show): void => step(past, future, now, show);
export const redo = (now: JsonObject, show: Show): void => step(future, past, now, show);

function step(from: typeof past, to: typeof past, now: JsonObject, show: Show): void {
  const next = from.peek().at(-1);
  if (next === undefined) return;
  from.value = from.peek().slice(0, -1);
  to.value = [...to.peek(), now];
  stepping = true;
  try {
    show(next);
  } finally {
    stepping = false;
  }
}
