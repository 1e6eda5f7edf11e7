import { Command, CommanderError, Option } from 'commander';
import { packageVersion } from '../config/package-root.js';
import { systemClock } from '../config/system-clock.js';
import { backChannelPort } from '../config/container-settings.js';
import type { HandedOptions } from '../emulator/container/serve-handed.js';
import { defaultTimeScale } from '../emulator/timing/delays.js';
import { errorsOf } from '../messages/coded-error.js';
import { usageMessages } from '../messages/cli-messages.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import { commanderProblem } from './commander-problem.js';
import { explainError } from './explain-error.js';
import { collect, largestSeed, positiveNumber, wholeNumber } from './parse-flag.js';
import type { CommandIo } from './streams.js';
import { strictValues } from './strict-values.js';
import { untilAborted } from './until-aborted.js';

const usage = errorsOf(usageMessages, 'usage');

/** Flags of the image's program, parsed. */
interface EmulatorImageFlags {
  readonly port: number;
  readonly backChannel: number;
  readonly credentials: string;
  readonly program?: string;
  readonly production?: boolean;
  readonly fault?: readonly string[];
  readonly vary?: readonly string[];
  readonly seed: number;
  readonly part: number;
  readonly timeScale: number;
  readonly accessLog?: string;
}

/**
 * The program of the emulator's image: arguments and streams in, exit code out. Serves with the credentials that are handed
 * over until the signal is aborted. Never throws; 64 for a bad flag, 78 when it cannot start.
 */
export async function emulatorMain(
  argv: readonly string[],
  io: Pick<CommandIo, 'stdout' | 'stderr' | 'interrupted'>,
): Promise<ExitCode> {
  const program = strictValues(
    buildProgram(io, async (flags) => {
      const { serveHanded } = await import('../emulator/container/serve-handed.js');
      const emulator = await serveHanded(optionsOf(flags));
      try {
        io.stdout.write(`listening https://0.0.0.0:${emulator.port}/v2\n`);
        await untilAborted(io.interrupted);
      } finally {
        await emulator.close();
      }
    }),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode.ok;
  } catch (error) {
    if (!(error instanceof CommanderError)) return explainError(error, io);
    if (error.exitCode === 0) return exitCode.ok;
    const problem = commanderProblem(error);
    return explainError(usage('CMD-101', { problem, command: 'emulator ' }), io);
  }
}

function optionsOf(flags: EmulatorImageFlags): HandedOptions {
  const { port, backChannel, credentials, program, production, fault, vary, seed, part, timeScale, accessLog } = flags;
  return {
    ...{
      host: '0.0.0.0',
      port,
      backChannel: backChannel === 0 ? null : backChannel,
      credentials,
      seed,
      part,
      timeScale,
    },
    ...{ program: program ?? null, production: production === true, faults: fault ?? [], vary: vary ?? [] },
    ...{ accessLog: accessLog ?? null, clock: systemClock },
  };
}

function buildProgram(
  { stdout }: Pick<CommandIo, 'stdout'>,
  serve: (flags: EmulatorImageFlags) => Promise<void>,
): Command {
  return new Command('axys-emulator')
    .description('Serve the emulator over mutual TLS with credentials that are handed over, until SIGTERM')
    .version(packageVersion())
    .option('--port <port>', 'port of the API', wholeNumber(1, 65_535), 8443)
    .option(
      '--back-channel <port>',
      'port for idle time and callbacks; 0 for none',
      wholeNumber(0, 65_535),
      backChannelPort,
    )
    .option('--credentials <folder>', 'server certificate, its key, client authority, API key', '/run/axys')
    .option('--program <file>', 'program profile to serve')
    .option('--production', 'behave like production: /staging/* answers 404')
    .addOption(new Option('--fault <id>', 'seeded fault (repeatable)').argParser(collect))
    .addOption(new Option('--vary <id>', 'legal variation (repeatable)').argParser(collect))
    .option('--seed <n>', 'same seed, same ids and outcomes', wholeNumber(0, largestSeed), 1)
    .option('--part <n>', 'shard of a divided run; 0 for none', wholeNumber(0, 9999), 0)
    .option('--time-scale <n>', 'emulated seconds per second', positiveNumber(1_000_000), defaultTimeScale)
    .option('--access-log <file>', 'masked access log, NDJSON; /dev/stdout shows it in the log of the container')
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: () => undefined })
    .action(serve);
}
