import { answer, type CommonOptions } from './answer';
import { sourceOf } from './input';
import { reportProblems } from './problems';
import { answerStudy } from './study-commands';
import { compareText } from './view/compare';
import { explainText } from './view/explain';
import { varyText } from './view/vary';

/** `compare FILE`: a row per cluster. */
export async function compare(file: string, options: CommonOptions): Promise<number> {
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  return answer({ kind: 'compare', source: source.value }, options, compareText);
}

/** `explain FILE`: where time and memory go. */
export async function explain(file: string, options: CommonOptions & { cluster?: string }): Promise<number> {
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  const task = { kind: 'explain' as const, source: source.value, cluster: options.cluster ?? null };
  return answer(task, options, explainText);
}

/** `run FILE`: what the file's `study` asks; else the table of a file that varies an input, the comparison of any other. */
export async function run(file: string, options: CommonOptions): Promise<number> {
  const source = sourceOf(file);
  if (!source.ok) return reportProblems(source.errors);
  const { loadScenario } = await import('../catalog');
  const scenario = loadScenario(source.value);
  if (!scenario.ok) return reportProblems(scenario.errors);
  const { study, vary } = scenario.value;
  if (study) return answerStudy[study.kind](source.value, options);
  return vary
    ? answer({ kind: 'vary', source: source.value }, options, varyText)
    : answer({ kind: 'compare', source: source.value }, options, compareText);
}
