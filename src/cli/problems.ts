import type { UserError } from '../units';
import { words } from '../words';
import { EXIT } from './exit';
import { plain } from './plain';

/** `file:line:column: message (expected …; nearest …)`, without what is not known or already said. */
export function problemLine({ file, line, column, message, expected, nearest }: UserError): string {
  const { error } = words().cli;
  const place = [file, line, line === null ? null : column].filter((part) => part !== null).join(':');
  const more = [
    expected && error.expected(expected),
    nearest && !message.includes(nearest) && error.nearest(nearest),
  ].filter(Boolean);
  return plain(`${place}: ${message}${more.length > 0 ? ` (${more.join('; ')})` : ''}`).replaceAll('\n', ' ');
}

/** Why the system refused a file, in our words where we have them. */
export function whyNot(caught: unknown): string {
  const { code = '', message } = caught as NodeJS.ErrnoException;
  return words().cli.error.why[code] ?? message;
}

/** Tells on stderr what the user can put right; returns the exit code. */
export function reportProblems(errors: UserError[]): number {
  process.stderr.write(`${errors.map(problemLine).join('\n')}\n`);
  return EXIT.badInput;
}

/** Tells on stderr that the program is at fault; returns the exit code. The stack only on request. */
export function reportBug(error: unknown): number {
  const { bug, hint } = words().cli.error;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${plain(bug(message)).replaceAll('\n', ' ')}\n${hint}\n`);
  if (process.env.MOE_CAPACITY_DEBUG === '1') console.error(error);
  return EXIT.bug;
}
