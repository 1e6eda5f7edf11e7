import { defaultTimeScale } from '../../emulator/timing/delays.js';
import { Command, Option } from 'commander';
import { exitCode } from '../../messages/exit-code.js';
import type { CommandFactory } from '../command-factory.js';
import { collect, largestSeed, positiveNumber, wholeNumber } from '../parse-flag.js';
import type { EmulatorFlags } from '../serve-emulator.js';

/** `axys-certify emulator`: serves the emulator until SIGTERM or SIGINT. */
export const emulatorCommand: CommandFactory = (io, finish) =>
  new Command('emulator')
    .description('Serve the emulator over mutual TLS until SIGTERM')
    .option('--port <port>', 'port on 127.0.0.1; 0 picks a free one', wholeNumber(0, 65_535), 0)
    .option(
      '--env-file <file>',
      'write the variables a run needs into this new file, credentials beside it; removed at exit',
    )
    .option('--program <file>', 'program profile to serve')
    .option('--production', 'behave like production: /staging/* answers 404')
    .addOption(
      new Option('--fault <id>', 'seeded fault (repeatable); docs/faults.md lists all of them').argParser(collect),
    )
    .addOption(
      new Option(
        '--vary <id>',
        'legal variation (repeatable); schemas/axys-v2/legal-variations.yaml lists all of them',
      ).argParser(collect),
    )
    .option('--seed <n>', 'same seed, same ids and outcomes', wholeNumber(0, largestSeed), 1)
    .option('--time-scale <n>', 'emulated seconds per second', positiveNumber(1_000_000), defaultTimeScale)
    .addOption(
      new Option('--allow-ip <ip>', 'address the allowlist admits (repeatable; default: loopback)').argParser(collect),
    )
    .option('--access-log <file>', 'masked access log, NDJSON')
    .action(async (flags: EmulatorFlags) => {
      io.loadNow?.(new URL('../serve-emulator.js', import.meta.url));
      const { serveEmulator } = await import('../serve-emulator.js');
      await serveEmulator(flags, io);
      finish(exitCode.ok);
    });
