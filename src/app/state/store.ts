import { computed, signal } from '@preact/signals';
import { home, type LinkProblem, type PageState, readLink } from '../../link';
import { embedded, pageAddress } from './embed';
import { equal, type JsonObject } from './json';
import { rememberVisit } from './last-visit';
import { linkOf } from './packed';
import { noteEdit } from './undo';

/** The page's state and its place in the browser's history: one entry for each edit that a user would call one. */

const first = readLink(location.hash);

export const state = signal<PageState>(first.ok ? first.state : structuredClone(home));
export const linkProblem = signal<LinkProblem | null>(first.ok ? null : first.problem);
export const scenario = computed(() => state.value.scenario);
export const isDefault = computed(() => equal(scenario.value, home.scenario));
/** The view that is asked for; whether there is one of that name is for the registry to say. */
export const viewId = computed(() => state.value.view ?? 'compare');

/**
 * So long after a change the address follows. Writing it takes the browser's own thread for several milliseconds, in
 * which it neither draws the page nor brings it the next input; and browsers limit how often it may be written.
 */
const ADDRESS_MS = 120;
/** A key that is held moves a slider many times in a row: steps as close as this are one edit. */
const REPEAT_MS = 500;

/** Which edit is under way: a drag or a typed word replaces its own entry until it is finished. */
let edit: string | null = null;
/** It is finished, but may be repeated. */
let ended = false;
let changedAt = 0;
/** Does the edit that is written next begin an entry of its own? */
let entryOwed = false;
let written = location.hash;
let pending: ReturnType<typeof setTimeout> | undefined;

interface Edit {
  /** Names the field that is edited; edits of the same name in a row are one history entry. */
  field: string;
  /** False while a slider moves or a word is being typed. */
  finished: boolean;
}

export function change(next: PageState, { field, finished }: Edit): void {
  if (!equal(next, state.value)) {
    const now = performance.now();
    if (edit !== field || (ended && now - changedAt > REPEAT_MS)) {
      flush();
      entryOwed = true;
      if (!equal(next.scenario, scenario.peek())) noteEdit(scenario.peek());
    }
    edit = field;
    ended = false;
    changedAt = now;
    state.value = next;
    linkProblem.value = null;
    pending ??= setTimeout(flush, ADDRESS_MS);
  }
  if (finished) edit = null;
}

export function changeScenario(next: JsonObject, edit: Edit): void {
  change({ ...state.peek(), scenario: next }, edit);
}

export function showView(view: string): void {
  change({ ...state.peek(), view }, { field: 'view', finished: true });
  flush();
  window.scrollTo(0, 0);
}

/** A view's own choice; it travels in the link. */
export const option = (name: string): string | undefined => state.value.options?.[name];

export function choose(name: string, value: string, finished = true): void {
  const options = { ...state.peek().options, [name]: value };
  change({ ...state.peek(), options }, { field: `option ${name}`, finished });
}

export function reset(): void {
  changeScenario(structuredClone(home.scenario), { field: 'reset', finished: true });
}

/** Ends the edit under way: the next one makes a new history entry, unless it is a quick repeat. */
export function finish(): void {
  ended = true;
}

export function dismissLinkProblem(): void {
  linkProblem.value = null;
}

/** The whole address of a state. */
export const addressOf = (of: PageState): string => `${pageAddress}${linkOf(of)}`;

/** The whole address of what is shown now. */
export const currentLink = (): string => addressOf(state.value);

/** Writes the address, as a new entry or in place of the edit's own. */
function flush(): void {
  if (pending === undefined) return;
  clearTimeout(pending);
  pending = undefined;
  const link = linkOf(state.peek());
  if (link === written) return;
  written = link;
  if (viewId.peek() !== 'start' && !embedded) rememberVisit(link);
  const address = link || `${location.pathname}${location.search}`;
  if (entryOwed) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  entryOwed = false;
}

function followAddress(): void {
  if (location.hash === written) return;
  clearTimeout(pending);
  pending = undefined;
  edit = null;
  entryOwed = false;
  written = location.hash;
  const read = readLink(location.hash);
  linkProblem.value = read.ok ? null : read.problem;
  const next = read.ok ? read.state : structuredClone(home);
  if (!equal(next.scenario, scenario.peek())) noteEdit(scenario.peek());
  state.value = next;
}

// Who leaves the page comes back to what was shown last.
addEventListener('pagehide', flush);
addEventListener('popstate', followAddress);
addEventListener('hashchange', followAddress);
