import { problemText } from '../answer/problem';
import { errors, failure } from '../state/answers';
import { textAt } from '../state/scenario';
import { dismissLinkProblem, linkProblem, scenario } from '../state/store';
import { words } from '../words';

/** What is wrong, in words, with a way to the field; nothing when all is well. */
export function Problems(props: { failure: string | null; again: () => void; stale: boolean }) {
  const { answer } = words;
  const link = linkProblem.value;
  const failed = props.failure ?? failure.value;
  return (
    <div class="problems">
      {link && (
        <div class="problem" role="alert">
          <p>{answer.linkProblem[link]}</p>
          <button type="button" onClick={dismissLinkProblem}>
            {answer.dismiss}
          </button>
        </div>
      )}
      {failed !== null && (
        <div class="problem" role="alert">
          <p>{answer.failure(failed)}</p>
          <button type="button" onClick={props.again}>
            {answer.retry}
          </button>
        </div>
      )}
      {errors.value.length > 0 && (
        <div class="problem" role="alert">
          <p>
            <strong>{answer.sentence(answer.errorsHeading)}</strong> {props.stale && answer.stale}
          </p>
          <ul>
            {errors.value.map((error) => (
              <li key={`${error.path} ${error.message}`}>
                <button type="button" class="link" onClick={() => focusField(error.path)}>
                  {placeOf(error.path)}
                </button>
                {answer.colon}
                {problemText({ ...error, expected: null }, labelOf(error.path))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What the form calls a key; undefined where it has no field. */
function labelOf(path: string): string | undefined {
  const [section, , ...keys] = path.split('.');
  return words.controls.labels[section === 'clusters' ? keys.join('.') : path];
}

/** A key in the words of the form: "H100: Scale-out bandwidth"; keys without a field stay as they are. */
function placeOf(path: string): string {
  const [section, index, ...keys] = path.split('.');
  const { controls } = words;
  if (section !== 'clusters' || index === undefined)
    return controls.labels[path] ?? (path || controls.heading);
  const name = textAt(scenario.peek(), ['clusters', index, 'name']) || controls.cluster(Number(index) + 1);
  const key = keys.join('.');
  return key === '' ? name : `${name}${words.answer.colon}${controls.labels[key] ?? key}`;
}

/** The field of an error's key, or of the nearest key above it. */
function focusField(path: string): void {
  const keys = path.split('.');
  for (let length = keys.length; length > 0; length--) {
    const field = document.getElementById(`field-${keys.slice(0, length).join('-')}`);
    if (!field) continue;
    for (let above = field.closest('details'); above; above = above.parentElement?.closest('details') ?? null)
      above.open = true;
    field.focus();
    return;
  }
  document.querySelector<HTMLElement>('.controls input, .controls select')?.focus();
}
