import type { Validators } from '../contract/validators.js';
import type { EmulatorOptions, RunningEmulator } from './emulator.js';
import { createPki } from './pki/emulator-pki.js';
import { programsOf, servePlatform } from './serve-platform.js';
import type { Variation } from './variations/variation.js';

/**
 * Starts an emulator on loopback, with certificates it makes itself: a platform with two Programs, the served one and a
 * neighbour. Everything it knows is in memory and goes with `close()`. Throws what {@link servePlatform} throws.
 */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  const pki = await createPki(options.clock.now());
  const { served, neighbour } = programsOf(options.profile);
  const names = { tenant: served.tenant, program: served.name };
  const certificate = await pki.issueClient(names);
  const nextCertificate = await pki.issueClient(names);
  const foreignCertificate = await pki.issueClient({ ...names, program: neighbour.name });
  const identity = { authority: pki.authority, ...pki.server };
  const platform = await servePlatform({ ...options, identity, host: '127.0.0.1' });
  const { profile, apiKey, foreignKey, validators, altered } = platform;

  let production: Promise<RunningEmulator> | null = null;
  let closing: Promise<void> | null = null;
  return {
    url: `https://127.0.0.1:${platform.port}/v2`,
    serverCa: pki.authority,
    apiKey,
    certificate,
    nextCertificate,
    foreignProgram: { apiKey: foreignKey, certificate: foreignCertificate },
    profile,
    openProduction: () => (production ??= startEmulator(productionOf(options, validators))),
    passIdleTime: () => {
      platform.passIdleTime();
    },
    altered,
    servedSecrets: () => platform.servedSecrets(),
    close: () => (closing ??= close()),
  };

  async function close(): Promise<void> {
    // A production that never started has told whoever asked for it.
    await production?.then(
      (running) => running.close(),
      () => undefined,
    );
    await platform.close();
  }
}

const unchanged: Variation = (asked, next) => next(asked);

/** Another seed, so that keys and ids are production's own. */
function productionOf(options: EmulatorOptions, validators: Validators): EmulatorOptions {
  const seed = (options.seed + 1) % 2 ** 32;
  return { ...options, validators, seed, port: 0, production: true, faults: [], accessLog: null, around: unchanged };
}
