import { viewOf } from '../views';

/** The command that answers on a command line what a view shows of the scenario in question.yaml. */
export function commandOf(view: string): string {
  const known = viewOf(view);
  const command = known?.command ?? 'compare';
  return `npx moe-capacity ${command}${known?.form === false ? '' : ' question.yaml'}`;
}
