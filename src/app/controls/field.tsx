import type { ComponentChildren } from 'preact';
import type { CatalogSource } from '../../study';
import { problemText } from '../answer/problem';
import { errors } from '../state/answers';
import type { Path } from '../state/json';
import { words } from '../words';
import { Why } from './why';

/** The form's id for a key of the scenario, which messages link to. */
export const fieldId = (path: Path): string => `field-${idOf(path)}`;

/** Names of clusters are part of some paths, and an id has no spaces. */
export const idOf = (path: Path): string => path.join('-').replace(/\s+/g, '_');

/** Errors at a key, and below it unless fields of their own stand there; the engine's paths are dotted. */
export function errorsAt(path: Path, below = true) {
  const key = path.join('.');
  return errors.value.filter((error) => error.path === key || (below && error.path.startsWith(`${key}.`)));
}

export interface FieldProps {
  path: Path;
  label: string;
  /** Keys below this one have fields of their own, with their own errors. */
  open?: boolean;
  /** What the entered text came to, or what holds while it is empty. */
  echo?: string;
  /** Shown as a button that takes the user's value back; absent while there is none. */
  onRevert?: () => void;
  /** What is entered is a range: samples it. */
  onSample?: (() => void) | null;
  /** Where the catalog's value comes from. */
  sources?: readonly CatalogSource[];
  children: (described: {
    id: string;
    'aria-describedby': string;
    'aria-invalid': boolean;
  }) => ComponentChildren;
}

/** A labelled input with its echo and its errors below. */
export function Field({
  path,
  label,
  open = false,
  echo,
  onRevert,
  onSample,
  sources,
  children,
}: FieldProps) {
  const id = fieldId(path);
  const problems = errorsAt(path, !open);
  const { controls } = words;
  return (
    <div class="field" data-edited={onRevert ? '' : undefined}>
      <div class="field-label">
        <label for={id}>{label}</label>
        {sources && sources.length > 0 && <Why label={label} sources={sources} />}
        {onRevert && (
          <button
            type="button"
            class="revert"
            aria-label={controls.revert(label)}
            title={controls.revert(label)}
            onClick={onRevert}
          >
            ↺
          </button>
        )}
      </div>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': problems.length > 0 })}
      <div id={`${id}-note`} class="field-note">
        {problems.length === 0 && echo}
        {problems.map((problem) => (
          <span class="field-error" key={problem.message}>
            {problemText(problem, label)}
          </span>
        ))}
        {onSample && (
          <button type="button" onClick={onSample}>
            {controls.sample}
          </button>
        )}
      </div>
    </div>
  );
}
