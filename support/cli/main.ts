import { Command, CommanderError } from 'commander';
import { describeEnvironment } from '../config/environment-variables.js';
import { packageVersion } from '../config/package-root.js';
import { errorsOf } from '../messages/coded-error.js';
import { usageMessages } from '../messages/cli-messages.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import type { CommandFactory } from './command-factory.js';
import { everyExit, exitsOf } from './command-exits.js';
import { commanderProblem } from './commander-problem.js';
import { coverageCommand } from './commands/coverage.js';
import { diffCommand } from './commands/diff.js';
import { doctorCommand } from './commands/doctor.js';
import { emulatorCommand } from './commands/emulator.js';
import { mergeCommand } from './commands/merge.js';
import { mutateCommand } from './commands/mutate.js';
import { reportCommand } from './commands/report.js';
import { runCommand } from './commands/run.js';
import { signingKeyCommand } from './commands/signing-key.js';
import { verifyCommand } from './commands/verify.js';
import { explainError } from './explain-error.js';
import { reportsFoldersIn } from './latest.js';
import { forgetBeside } from './read-then-forget.js';
import type { CommandIo } from './streams.js';
import { strictValues } from './strict-values.js';

const usage = errorsOf(usageMessages, 'usage');

const commands: readonly CommandFactory[] = [
  runCommand,
  coverageCommand,
  diffCommand,
  doctorCommand,
  emulatorCommand,
  mergeCommand,
  mutateCommand,
  reportCommand,
  signingKeyCommand,
  verifyCommand,
];

/**
 * The whole command line in one call: arguments (without node and script) and streams in, exit code out. Never exits the
 * process and never throws.
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = buildProgram(io, (finished) => (code = finished));
  try {
    if (argv.length === 0) throw usage('CMD-101', { problem: 'no command was given', command: '' });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, argv, io);
  }
}

function buildProgram(io: CommandIo, finish: (code: ExitCode) => void): Command {
  const program = new Command('axys-certify')
    .description('Contract tests and go-live certification for the Axys Cards API')
    .version(packageVersion())
    .helpCommand(false)
    .addHelpText('after', `\n${describeEnvironment()}\n\nExit codes: ${everyExit}`);
  for (const factory of commands) {
    const command = strictValues(factory(io, finish));
    program.addCommand(command.addHelpText('after', `\n${exitsOf(command.name())}`));
  }
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .allowExcessArguments(false)
      .configureOutput({
        writeOut: (text) => void io.stdout.write(text),
        writeErr: () => undefined, // Usage problems are told by explain(), with their code and next step.
        getOutHelpWidth: () => io.stdout.columns ?? 100,
      });
  }
  return program;
}

const helpCodes: ReadonlySet<string> = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

async function explain(error: unknown, argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    if (helpCodes.has(error.code)) return exitCode.ok;
    const command = argv[0]?.startsWith('-') === false ? argv[0] : '';
    if (command === 'run') for (const folder of reportsFoldersIn(argv, io.cwd)) await forgetBeside(folder, io);
    const known = commands.some((factory) => factory(io, () => undefined).name() === command);
    const problem = commanderProblem(error);
    return explainError(usage('CMD-101', { problem, command: known ? `${command} ` : '' }), io);
  }
  return explainError(error, io);
}
