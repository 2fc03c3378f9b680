import { answer, type CommonOptions } from './answer';
import { sourceOf } from './input';
import { reportProblems } from './problems';
import { explainText } from './view/explain';

/** `explain FILE`: where time and memory go. */
export async function explain(file: string, options: CommonOptions & { cluster?: string }): Promise<number> {
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  const task = { kind: 'explain' as const, source: source.value, cluster: options.cluster ?? null };
  return answer(task, options, explainText);
}
