import type { UserError } from '../../units';
import { problemText } from '../answer/problem';
import { words } from '../words';

/** What is wrong with a text, each by its line; with `onGo` the line leads there. */
export function ErrorList(props: { errors: readonly UserError[]; onGo?: (error: UserError) => void }) {
  const { errors, onGo } = props;
  const { answer, editor } = words;
  const placeOf = ({ line, column, path }: UserError) =>
    line === null ? path || editor.text : editor.line(line, column);
  return (
    <ul class="editor-errors">
      {errors.map((error) => (
        <li key={`${error.line} ${error.path} ${error.message}`}>
          {onGo ? (
            <button type="button" class="link" onClick={() => onGo(error)}>
              {placeOf(error)}
            </button>
          ) : (
            <strong>{placeOf(error)}</strong>
          )}
          {answer.colon}
          {problemText(error)}
        </li>
      ))}
    </ul>
  );
}
