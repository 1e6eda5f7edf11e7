import { Command } from 'commander';
import { resolve } from 'node:path';
import { loadProfile } from '../../config/load-profile.js';
import { systemClock } from '../../config/system-clock.js';
import { loadContract, ownContractPath } from '../../contract/load-contract.js';
import { builtInProfile } from '../../emulator/built-in-profile.js';
import { startEmulator } from '../../emulator/start-emulator.js';
import { exitCode } from '../../verdict/exit-code.js';
import { untilAborted } from '../until-aborted.js';
import { checkEnvFilePlace, writeHandover } from '../handover.js';
import type { CommandFactory } from '../main.js';
import { collect, largestSeed, positiveNumber, wholeNumber } from '../parse-number.js';
import type { CommandIo } from '../streams.js';

interface EmulatorFlags {
  readonly port: number;
  readonly envFile?: string;
  readonly program?: string;
  readonly production: boolean;
  readonly fault: readonly string[];
  readonly seed: number;
  readonly timeScale: number;
  readonly allowIp: readonly string[];
  readonly accessLog?: string;
}

/** `axys-certify emulator`: serves the emulator until SIGTERM or SIGINT. */
export const emulatorCommand: CommandFactory = (io, finish) =>
  new Command('emulator')
    .description('Serve the emulator over mutual TLS until SIGTERM')
    .option('--port <port>', 'port on 127.0.0.1; 0 picks a free one', wholeNumber(0, 65_535), 0)
    .option('--env-file <file>', 'write the variables a run needs here, credentials beside it; removed at exit')
    .option('--program <file>', 'program profile to serve')
    .option('--production', 'behave like production: /staging/* answers 404', false)
    .option('--fault <id>', 'seeded fault (repeatable)', collect, [])
    .option('--seed <n>', 'same seed, same ids and outcomes', wholeNumber(0, largestSeed), 1)
    .option('--time-scale <n>', 'emulated seconds per second', positiveNumber(1_000_000), 1200)
    .option('--allow-ip <ip>', 'address admitted by the allowlist (repeatable; default loopback)', collect, [])
    .option('--access-log <file>', 'masked access log, NDJSON')
    .action(async (flags: EmulatorFlags) => {
      await serve(flags, io);
      finish(exitCode.ok);
    });

async function serve(flags: EmulatorFlags, io: CommandIo): Promise<void> {
  const path = (file: string) => resolve(io.cwd, file);
  if (flags.envFile !== undefined) checkEnvFilePlace(path(flags.envFile), io.cwd);
  const profile = flags.program === undefined ? null : await loadProfile(path(flags.program), builtInProfile());
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  const emulator = await startEmulator({
    contract,
    port: flags.port,
    seed: flags.seed,
    timeScale: flags.timeScale,
    production: flags.production,
    faults: flags.fault,
    allowIps: flags.allowIp.length === 0 ? ['127.0.0.1', '::1'] : flags.allowIp,
    profile,
    accessLog: flags.accessLog === undefined ? null : path(flags.accessLog),
    clock: systemClock,
  });
  try {
    const handover = flags.envFile === undefined ? null : await writeHandover(path(flags.envFile), emulator);
    try {
      if (handover === null) io.stderr.write('No --env-file: the credentials stay in memory and nobody can connect.\n');
      io.stdout.write(`listening ${emulator.url}\n`);
      await untilAborted(io.interrupted);
    } finally {
      await handover?.remove();
    }
  } finally {
    await emulator.close();
  }
}
