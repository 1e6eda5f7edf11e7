import { loadProfile } from '../../config/load-profile.js';
import type { Clock } from '../../config/clock.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import { servePlatform } from '../serve-platform.js';
import { readHandedCredentials } from './handed-credentials.js';
import { serveBackChannel } from './serve-back-channel.js';

/** How an emulator with handed-over credentials is served. */
export interface HandedOptions {
  /** Address to listen on: in a container all of them, because the engine decides who reaches it. */
  readonly host: string;
  readonly port: number;
  /** Port of the back channel; null without one. */
  readonly backChannel: number | null;
  /** Folder with the credentials. */
  readonly credentials: string;
  /** Program profile to serve; null serves the built-in one. */
  readonly program: string | null;
  readonly production: boolean;
  readonly faults: readonly string[];
  readonly vary: readonly string[];
  readonly seed: number;
  /** The shard of a divided run that it serves; 0 for an undivided one. */
  readonly part: number;
  /** Emulated seconds per second. */
  readonly timeScale: number;
  /** Masked NDJSON access log, or null. */
  readonly accessLog: string | null;
  readonly clock: Clock;
}

/** An emulator that serves with handed-over credentials. Whoever starts it closes it. */
export interface HandedEmulator {
  readonly port: number;
  readonly backChannel: number | null;
  close(): Promise<void>;
}

/**
 * Serves the emulator as a container does: credentials come from a folder, every address is admitted because the engine
 * publishes the port, and callbacks leave through the back channel. Throws coded errors: 64 for a bad option, 78 when it
 * cannot start.
 */
export async function serveHanded(options: HandedOptions): Promise<HandedEmulator> {
  const { host, port, seed, part, timeScale, production, faults, vary, accessLog, clock } = options;
  const { identity, apiKey } = await readHandedCredentials(options.credentials);
  const profile = options.program === null ? null : await loadProfile(options.program, builtInProfile(), clock);
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  const beside =
    options.backChannel === null ? null : await serveBackChannel(identity, { host, port: options.backChannel });
  try {
    const platform = await servePlatform({
      ...{
        contract,
        profile,
        host,
        port,
        identity,
        apiKey,
        seed,
        part,
        timeScale,
        production,
        faults,
        vary,
        accessLog,
      },
      ...{ clock, allowIps: 'any' as const },
      ...(beside === null ? {} : { post: beside.post }),
    });
    beside?.speakFor(platform);
    const close = async () => {
      await beside?.close();
      await platform.close();
    };
    return { port: platform.port, backChannel: beside?.port ?? null, close };
  } catch (error) {
    await beside?.close();
    throw error;
  }
}
