import { answer, type CommonOptions } from './answer';
import { sourceOf } from './input';
import { reportProblems } from './problems';
import { rulesText } from './view/rules';

/** `rules [FILE]`: each chip against each dated export rule. */
export async function rules(file: string | undefined, options: CommonOptions): Promise<number> {
  const source = file === undefined ? null : sourceOf(file);
  if (source && !source.ok) return reportProblems(source.errors);
  const task = { kind: 'rules' as const, source: source ? source.value : null };
  return answer(task, { ...options, jobs: 'none' }, rulesText);
}
