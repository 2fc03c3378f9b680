import { claimsPage } from '../report';
import { words } from '../words';
import { answer, type CommonOptions } from './answer';
import { ask } from './ask';
import { EXIT } from './exit';
import { sourceOf } from './input';
import { toJson } from './json';
import { fileProblem, writeOutput } from './output-file';
import { reportProblems } from './problems';
import { version } from './version';
import { claimsText } from './view/claims';

export interface ClaimsOptions extends CommonOptions {
  report?: string;
  /** Where links of the report lead. */
  page: string;
}

/** `claims [FILE]`: each claim, the computation that tests it, and the outcome; with `report`, as a page to print. */
export async function claims(file: string | undefined, options: ClaimsOptions): Promise<number> {
  const source = file === undefined ? null : sourceOf(file);
  if (source && !source.ok) return reportProblems(source.errors);
  const task = { kind: 'claims' as const, source: source ? source.value : null };
  const { report: target, page, json, jobs } = options;
  if (target === undefined) return answer(task, options, claimsText);
  const unwritable = fileProblem(target);
  if (unwritable) return reportProblems([unwritable]);
  const result = await ask(task, jobs);
  if (result.state === 'bad input') return reportProblems(result.errors);
  if (result.state === 'stopped') {
    // A page to cite is whole or not there; what stood in the file before stays.
    process.stderr.write(
      `${words().cli.stopped(result.done, result.total)}\n${words().report.notWritten(target)}\n`,
    );
    return result.exit;
  }
  const { report } = result;
  const at = page === './' ? [] : ['--page', page];
  const command = ['npx moe-capacity claims', file, '--report', target, ...at].filter(Boolean).join(' ');
  const date = new Date().toISOString().slice(0, 10);
  const problem = writeOutput(target, claimsPage(report, { version: version(), date, command, page }));
  if (problem) return reportProblems([problem]);
  if (json) process.stdout.write(`${toJson(report)}\n`);
  process.stderr.write(`${words().report.wrote(report.claims.length, target)}\n`);
  return EXIT.answered;
}
