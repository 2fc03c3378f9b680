import { reportBug } from './problems';
import { runProgram } from './program';

// A reader that closes the pipe early, such as `head`, is not a mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') reportBug(error);
  process.exit();
});

try {
  process.exitCode = await runProgram(process.argv);
} catch (error) {
  process.exitCode = reportBug(error);
}
