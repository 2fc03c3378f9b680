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
  const stopped = result.state === 'stopped';
  if (result.report) {
    const { report } = result;
    const at = page === './' ? [] : ['--page', page];
    const command = ['npx moe-capacity claims', file, '--report', target, ...at].filter(Boolean).join(' ');
    const date = new Date().toISOString().slice(0, 10);
    if (json) process.stdout.write(`${toJson(report)}\n`);
    const problem = writeOutput(target, claimsPage(report, { version: version(), date, command, page }));
    if (problem) return reportProblems([problem]);
    process.stderr.write(`${words().report.wrote(report.claims.length, target)}\n`);
  }
  if (!stopped) return EXIT.answered;
  process.stderr.write(`${words().cli.stopped(result.done, result.total)}\n`);
  return result.exit;
}
