import { found, type Hit, matching } from '../open/found';
import { openScenario } from '../open/open-scenario';
import { ownComparison } from '../open/own';
import { copyText } from '../report/copy-text';
import { catalog } from '../state/answers';
import { switchLanguage } from '../state/language';
import { putBack, takeBack } from '../state/steps';
import { currentLink, isDefault, reset, showView, state } from '../state/store';
import { switchTheme, theme } from '../state/theme';
import { canRedo, canUndo } from '../state/undo';
import { VIEWS } from '../views';
import { words } from '../words';

/** Something to go to or to do, as a line of the palette. */
export interface Command {
  id: string;
  kind: 'view' | 'action' | 'question' | 'model' | 'system';
  label: string;
  detail: string;
  /** What else it is called. */
  name?: string;
  run: () => void;
}

/** Lines on show at most; a query that finds more wants another word. */
const MOST = 60;

/** What a query finds, those that begin with it first; without one, the views, the actions and the questions. */
export function commandsFor(query: string): Command[] {
  const matches = matching(query);
  const { kinds } = words.shell.palette;
  const own = [...viewCommands(), ...actions()].filter(({ kind, name, label, detail }) =>
    matches(`${kinds[kind]} ${name ?? ''} ${label} ${detail}`),
  );
  const hits = found(catalog.value, query, state.value.scenario);
  const open = (kind: Command['kind'], { id, question, detail, scenario }: Hit): Command => ({
    ...{ id: `${kind}-${id}`, kind, label: question, detail },
    run: () => openScenario(scenario),
  });
  const all = [
    ...own,
    ...hits.studies.map((hit) => open('question', hit)),
    ...(query.trim() ? hits.models.map((hit) => open('model', hit)) : []),
    ...(query.trim() ? hits.systems.map((hit) => open('system', hit)) : []),
  ];
  const begun = query.trim().toLowerCase();
  const rank = ({ label, name = label }: Command) =>
    Number(![name, label].some((text) => text.toLowerCase().startsWith(begun)));
  return all.sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

const viewCommands = (): Command[] =>
  VIEWS.map(({ id }) => {
    const { short: name, title: label, about: detail } = words.views[id];
    return { id: `view-${id}`, kind: 'view', name, label, detail, run: () => showView(id) };
  });

function actions(): Command[] {
  const { page, shell, start, controls } = words;
  const possible: [string, string, boolean, () => void][] = [
    ['own', start.own, true, () => openScenario(ownComparison())],
    ['undo', shell.undo, canUndo.value, takeBack],
    ['redo', shell.redo, canRedo.value, putBack],
    ['link', page.copyLink, true, () => void copyText(currentLink())],
    ['theme', theme.value === 'dark' ? page.toLight : page.toDark, true, switchTheme],
    ['language', shell.language, true, switchLanguage],
    ['reset', controls.reset, !isDefault.value, reset],
  ];
  return possible
    .filter(([, , possibleNow]) => possibleNow)
    .map(([id, label, , run]) => ({ id: `action-${id}`, kind: 'action', label, detail: '', run }));
}
