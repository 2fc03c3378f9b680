import { availableParallelism } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AskedKind, Objective, Shard } from '../study';
import { words } from '../words';
import type { CommonOptions } from './answer';
import type { ClaimsOptions } from './claims-command';
import { EXIT } from './exit';
import type { SearchOptions } from './search-command';
import { version } from './version';

const MAX_JOBS = 256;
const MAX_TOP = 100;
/** As in src/study, whose front door is too heavy to open for the help. */
const OBJECTIVES: readonly Objective[] = ['throughput', 'time', 'cost', 'chips'];
const MOST_CHIPS = 10_000_000;
const MAX_SHARDS = 10_000;
/** Commands that ask one kind of question of a scenario, in the order of the help. */
const STUDIES = [
  ['compare', 'compare'],
  ['bottlenecks', 'bottleneck_map'],
  ['parity', 'parity'],
  ['supply', 'supply'],
  ['uncertainty', 'uncertainty'],
] as const satisfies readonly (readonly [string, AskedKind])[];

/** Runs the command line `argv` (with node and script in front); returns the exit code. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let exit: number = EXIT.answered;
  const program = describeProgram((code) => {
    exit = code;
  });
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.answered : EXIT.badInput;
  }
  return exit;
}

/** The commands. What they do is loaded when it is asked for, so that `--help` and wrong options answer at once. */
function describeProgram(done: (exit: number) => void): Command {
  const text = words().cli.program;
  const program = new Command('moe-capacity')
    .description(text.about)
    .version(version())
    .exitOverride()
    .showHelpAfterError(text.seeHelp)
    .addHelpText('after', text.examples);

  const scenario = (name: 'run' | 'explain' | 'search' | 'sweep' | 'trace') =>
    withCommonOptions(program.command(name).description(text[name]).argument('<file>', text.file));

  scenario('run').action(async (file: string, options: CommonOptions) => {
    done(await (await import('./study-commands')).run(file, options));
  });
  for (const [name, kind] of STUDIES) {
    withCommonOptions(program.command(name).description(text[name]).argument('<file>', text.file)).action(
      async (file: string, options: CommonOptions) => {
        done(await (await import('./study-commands')).studyOf(kind, file, options));
      },
    );
  }
  scenario('explain')
    .option('--cluster <name>', text.cluster)
    .action(async (file: string, options: CommonOptions & { cluster?: string }) => {
      done(await (await import('./explain-command')).explain(file, options));
    });
  scenario('search')
    .option('--exhaustive', text.exhaustive)
    .addOption(
      new Option('--top <k>', text.top).argParser((given) => countOf(given, MAX_TOP, text.notTop)).default(5),
    )
    .addOption(new Option('--objective <name>', text.objective).choices(OBJECTIVES).default('throughput'))
    .option('--deadline <time>', text.deadline)
    .option('--memory-margin <share>', text.memoryMargin)
    .option('--precision <names>', text.openPrecision)
    .option('--dispatcher <names>', text.openDispatcher)
    .addOption(
      new Option('--max-chips <n>', text.maxChips).argParser((given) =>
        countOf(given, MOST_CHIPS, text.notChips(MOST_CHIPS)),
      ),
    )
    .action(async (file: string, options: SearchOptions) => {
      done(await (await import('./search-command')).search(file, options));
    });
  scenario('sweep')
    .option('--out <file>', text.out)
    .addOption(new Option('--shard <i/n>', text.shard).argParser(shardOf))
    .action(async (file: string, options: CommonOptions & { out?: string; shard?: Shard }) => {
      done(await (await import('./sweep/command')).sweep(file, options));
    });
  program
    .command('merge')
    .description(text.merge)
    .argument('<parts...>', text.parts)
    .option('--json', text.json)
    .option('--out <file>', text.out)
    .action(async (files: string[], options: { json?: true; out?: string }) => {
      done(await (await import('./sweep/merge')).merge(files, options));
    });
  scenario('trace')
    .option('--cluster <name>', text.cluster)
    .option('--out <file>', text.traceOut)
    .action(async (file: string, options: CommonOptions & { cluster?: string; out?: string }) => {
      done(await (await import('./trace-command')).trace(file, options));
    });
  withCommonOptions(
    program.command('validate').description(text.validate).argument('[points]', text.points),
  ).action(async (file: string | undefined, options: CommonOptions) => {
    done(await (await import('./validate-command')).validate(file, options));
  });
  withCommonOptions(
    program.command('kernels').description(text.kernels).argument('<file>', text.kernelFile),
  ).action(async (file: string, options: CommonOptions) => {
    done(await (await import('./kernels-command')).kernels(file, options));
  });
  withCommonOptions(
    program.command('rules').description(text.rules).argument('[file]', text.rulesFile),
  ).action(async (file: string | undefined, options: CommonOptions) => {
    done(await (await import('./rules-command')).rules(file, options));
  });
  withCommonOptions(program.command('claims').description(text.claims).argument('[file]', text.claimsFile))
    .option('--report <file>', text.claimsReport)
    .addOption(new Option('--page <address>', text.claimsPage).argParser(pageOf).default('./'))
    .action(async (file: string | undefined, options: ClaimsOptions) => {
      done(await (await import('./claims-command')).claims(file, options));
    });
  return program;
}

function withCommonOptions(command: Command): Command {
  const text = words().cli.program;
  const cores = Math.min(MAX_JOBS, availableParallelism());
  return command
    .option('--json', text.json)
    .addOption(new Option('--jobs <n>', text.jobs).argParser(jobsOf).default(cores, text.allCores));
}

const jobsOf = (text: string): number => countOf(text, MAX_JOBS, words().cli.program.notJobs);

/** `2/7`: the third of seven. */
function shardOf(text: string): Shard {
  const [, index, of] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (of >= 1 && of <= MAX_SHARDS && index < of) return { index, of };
  throw new InvalidArgumentError(words().cli.program.notShard);
}

/** An address that a reader may follow: of the web, of files, or relative; no fragment, which holds the state. */
function pageOf(text: string): string {
  const base = 'file:///page/';
  const known = URL.canParse(text, base) && /^(https?|file):$/.test(new URL(text, base).protocol);
  if (known && !/[#\s]/.test(text)) return text;
  throw new InvalidArgumentError(words().cli.program.notPage);
}

/** A whole number from 1 to `most`. */
function countOf(text: string, most: number, otherwise: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > most) throw new InvalidArgumentError(otherwise);
  return count;
}
