import { resolve } from 'node:path';
import { loadProfile } from '../config/load-profile.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from '../contract/load-contract.js';
import { builtInProfile } from '../config/built-in-profile.js';
import { startEmulator } from '../emulator/start-emulator.js';
import { harnessParts } from '../runner/harness-parts.js';
import { checkEnvFilePlace, writeHandover } from './handover.js';
import type { CommandIo } from './streams.js';
import { untilAborted } from './until-aborted.js';

/** Flags of `emulator`, parsed. */
export interface EmulatorFlags {
  readonly port: number;
  readonly envFile?: string;
  readonly program?: string;
  readonly production?: boolean;
  readonly fault?: readonly string[];
  readonly vary?: readonly string[];
  readonly seed: number;
  readonly timeScale: number;
  readonly allowIp?: readonly string[];
  readonly accessLog?: string;
}

/**
 * Serves the emulator until the signal is aborted; writes the hand-over files once it listens and removes them at the end.
 * Throws coded errors: 64 for a bad option, 78 when it cannot start.
 */
export async function serveEmulator(flags: EmulatorFlags, io: CommandIo): Promise<void> {
  const { clock } = io.parts ?? harnessParts;
  const path = (file: string) => resolve(io.cwd, file);
  if (flags.envFile !== undefined) checkEnvFilePlace(path(flags.envFile), io.cwd);
  const profile = flags.program === undefined ? null : await loadProfile(path(flags.program), builtInProfile(), clock);
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  const emulator = await startEmulator({
    contract,
    port: flags.port,
    seed: flags.seed,
    timeScale: flags.timeScale,
    production: flags.production === true,
    faults: flags.fault ?? [],
    vary: flags.vary ?? [],
    allowIps: flags.allowIp ?? ['127.0.0.1', '::1'],
    profile,
    accessLog: flags.accessLog === undefined ? null : path(flags.accessLog),
    clock,
  });
  try {
    // What behaves like production is only ever given the production check, unless the process environment says otherwise.
    const environment = flags.production === true ? 'production' : 'emulator';
    const handover =
      flags.envFile === undefined ? null : await writeHandover(path(flags.envFile), emulator, environment);
    try {
      if (handover === null) io.stderr.write('No --env-file: the credentials stay in memory and nobody can connect.\n');
      io.stdout.write(`listening ${emulator.url}\n`);
      await untilAborted(io.interrupted);
    } finally {
      await handover?.remove();
      for (const [id, count] of emulator.altered) io.stderr.write(`variation ${id} showed ${count} times\n`);
    }
  } finally {
    await emulator.close();
  }
}
