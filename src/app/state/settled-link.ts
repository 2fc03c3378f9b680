import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PageState } from '../../link';
import { addressOf, state } from './store';

/** Packing a state takes a while, and many links are on show at a time: they follow when the edits pause. */
const PAUSE_MS = 200;

const settled = signal(state.peek());
/** What was shown as of the last pause of the edits. */
export const settledState: ReadonlySignal<PageState> = settled;
let pending: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  const next = state.value;
  clearTimeout(pending);
  pending = setTimeout(() => {
    settled.value = next;
  }, PAUSE_MS);
});

/** The address of what is shown as of the last pause of the edits, or of it with some of it changed. */
export const settledLink = (changed: Partial<PageState> = {}): string =>
  addressOf({ ...settled.value, ...changed });
