import { errorOf } from '../units';
import { words } from '../words';
import { EXIT } from './exit';
import { reportBug, reportProblems, whyNot } from './problems';
import { runProgram } from './program';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that closes the pipe early, such as `head`, is not a mistake.
  if (error.code === 'EPIPE') process.exit();
  const { standard, unwritable, taker } = words().cli.output;
  process.exit(reportProblems([errorOf(standard, unwritable(whyNot(error)), taker)]));
});
// Where nobody can be told anything, the exit code still tells.
process.stderr.on('error', () => process.exit(process.exitCode ?? EXIT.badInput));

try {
  process.exitCode = await runProgram(process.argv);
} catch (error) {
  process.exitCode = reportBug(error);
}
