import { answer, type CommonOptions } from './answer';
import { MAX_DATA_BYTES, readInput } from './input';
import { reportProblems } from './problems';
import { validateText } from './view/validate';

/** `validate [POINTS.json]`: predicted against measured. */
export async function validate(file: string | undefined, options: CommonOptions): Promise<number> {
  const points = file === undefined ? null : readInput(file, MAX_DATA_BYTES);
  if (points && !points.ok) return reportProblems(points.errors);
  const task = { kind: 'validate' as const, pointsJson: points ? points.value : null };
  // The task holds the text alone; the user wants to read the file's name.
  return answer(task, options, validateText, (error) => ({ ...error, file: file ?? error.file }));
}
