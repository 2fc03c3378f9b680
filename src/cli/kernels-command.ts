import { answer, type CommonOptions } from './answer';
import { MAX_DATA_BYTES, readInput } from './input';
import { reportProblems } from './problems';
import { kernelsText } from './view/kernels';

/** `kernels FILE`: a chip's efficiency constants from its measured kernels. */
export async function kernels(file: string, options: CommonOptions): Promise<number> {
  const text = readInput(file, MAX_DATA_BYTES);
  if (!text.ok) return reportProblems(text.errors);
  const task = { kind: 'kernels' as const, json: text.value };
  return answer(task, { ...options, jobs: 'none' }, kernelsText, (error) => ({ ...error, file }));
}
