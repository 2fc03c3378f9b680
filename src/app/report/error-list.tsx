import type { UserError } from '../../units';
import { words } from '../words';

/** What is wrong with a text, each by its line. */
export function ErrorList({ errors }: { errors: readonly UserError[] }) {
  const { answer, editor } = words;
  return (
    <ul class="editor-errors">
      {errors.map((error) => (
        <li key={`${error.line} ${error.path} ${error.message}`}>
          <strong>
            {error.line === null ? error.path || editor.text : editor.line(error.line, error.column)}
          </strong>
          : {error.message}. {error.expected && answer.expected(error.expected)}{' '}
          {error.nearest && answer.nearest(error.nearest)}
        </li>
      ))}
    </ul>
  );
}
