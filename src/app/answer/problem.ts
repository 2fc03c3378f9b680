import type { UserError } from '../../units';
import { words } from '../words';

/** What is wrong, as a sentence; where the engine names the file's key, the form's own name stands. */
export function problemText({ message, path, expected, nearest }: UserError, label?: string): string {
  const { answer } = words;
  const key = path.split('.').at(-1);
  const named = label && key ? message.replaceAll(`"${key}"`, answer.quoted(label)) : message;
  return words.prose(
    [answer.sentence(named), expected && answer.expected(expected), nearest && answer.nearest(nearest)]
      .filter(Boolean)
      .join(' '),
  );
}
