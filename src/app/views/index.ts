import type { ComponentType } from 'preact';
import type { ViewId } from '../words/en-views';

/**
 * The views, in the order of the navigation. To add one:
 *
 * 1. `views/<id>/view.tsx`, whose default export is a component without properties. It reads `scenario` from
 *    state/store, asks the engine with `useAnswer(kind, task)` (state/use-answer: cancels what is outdated, keeps the
 *    last answer while the next is computed, tells progress and finished parts, can be cancelled by the user), and
 *    shows `<Frame asked={…} lead={sentence}>` (shell/frame: heading, errors, answer, progress, Cancel) around
 *    `<Figure>`s (figures/figure: plot, table, downloads, citation) whose drawings are pure functions of a report.
 *    Its own choices are kept with `option(name)` and `choose(name, value)` of state/store, so that links hold them.
 * 2. An entry below, and `views.<id>` in words/en-views.ts (and zh-views.ts); its other words in a section of their own.
 * 3. Where a scenario asks for it by `study: {kind: …}`, name that kind as `study`: such a scenario opens there.
 */
export interface View {
  id: ViewId;
  group: 'start' | 'speed' | 'scale' | 'rules' | 'trust' | 'learn';
  /** The form stands beside it: it is about the scenario. */
  form: boolean;
  /** The kind of `study` that it answers, or the kinds. */
  study?: string | readonly string[];
  /** The command that gives the same on a command line; `compare` where there is none of its own. */
  command?: string;
  load: () => Promise<{ default: ComponentType }>;
}

export const VIEWS: readonly View[] = [
  { id: 'start', group: 'start', form: false, load: () => import('./start/view') },
  { id: 'compare', group: 'speed', form: true, study: 'compare', load: () => import('./compare/view') },
  { id: 'plans', group: 'speed', form: true, command: 'search', load: () => import('./plans/view') },
  { id: 'time', group: 'speed', form: true, command: 'explain', load: () => import('./time/view') },
  { id: 'timeline', group: 'speed', form: true, command: 'trace', load: () => import('./timeline/view') },
  { id: 'memory', group: 'speed', form: true, command: 'explain', load: () => import('./memory/view') },
  { id: 'sweep', group: 'scale', form: true, command: 'sweep', load: () => import('./sweep/view') },
  {
    id: 'map',
    group: 'scale',
    form: true,
    study: 'bottleneck_map',
    command: 'sweep',
    load: () => import('./map/view'),
  },
  {
    id: 'parity',
    group: 'scale',
    form: true,
    study: 'parity',
    command: 'parity',
    load: () => import('./parity/view'),
  },
  { id: 'rules', group: 'rules', form: false, command: 'rules', load: () => import('./rules/view') },
  {
    id: 'caps',
    group: 'rules',
    form: true,
    study: ['rule_change', 'best_chip'],
    command: 'run',
    load: () => import('./caps/view'),
  },
  {
    id: 'supply',
    group: 'rules',
    form: true,
    study: 'supply',
    command: 'supply',
    load: () => import('./supply/view'),
  },
  { id: 'claims', group: 'rules', form: false, command: 'claims', load: () => import('./claims/view') },
  {
    id: 'uncertainty',
    group: 'trust',
    form: true,
    study: 'uncertainty',
    command: 'uncertainty',
    load: () => import('./uncertainty/view'),
  },
  {
    id: 'validation',
    group: 'trust',
    form: false,
    command: 'validate',
    load: () => import('./validation/view'),
  },
  { id: 'assumptions', group: 'trust', form: true, load: () => import('./assumptions/view') },
  { id: 'lessons', group: 'learn', form: false, load: () => import('./lessons/view') },
];

export const viewOf = (id: string): View | undefined => VIEWS.find((view) => view.id === id);

/** The view that answers what a scenario asks. */
export function viewFor(scenario: { [key: string]: unknown }): View['id'] {
  const study = scenario.study as { kind?: unknown } | null | undefined;
  const asked = VIEWS.find((view) =>
    [view.study].flat().some((kind) => kind !== undefined && kind === study?.kind),
  );
  return asked?.id ?? (scenario.vary ? 'sweep' : 'compare');
}
