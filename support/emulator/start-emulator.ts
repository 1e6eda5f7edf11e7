import type { Profile } from '../config/profile.js';
import type { Validators } from '../contract/validators.js';
import type { EmulatorOptions, RunningEmulator } from './emulator.js';
import { makeIdentities, type IdentityNames } from './pki/platform-identities.js';
import { programsOf, servePlatform } from './serve-platform.js';
import type { Variation } from './variations/variation.js';

/**
 * Starts an emulator on loopback, with certificates it makes itself: a platform with two Programs, the served one and a
 * neighbour. Everything it knows is in memory and goes with `close()`. Throws what {@link servePlatform} throws.
 */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  const identities = await (options.identities ?? makeIdentities)(identityNames(options.profile), options.clock.now());
  const { authority, certificate, nextCertificate, foreignCertificate } = identities;
  const identity = { authority, ...identities.server };
  const platform = await servePlatform({ ...options, identity, host: '127.0.0.1' });
  const { profile, apiKey, foreignKey, validators, altered } = platform;

  let production: Promise<RunningEmulator> | null = null;
  let closing: Promise<void> | null = null;
  return {
    url: `https://127.0.0.1:${platform.port}/v2`,
    serverCa: authority,
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

/** Whom the certificates of a platform with this profile are made for. */
export function identityNames(profile: Profile | null): IdentityNames {
  const { served, neighbour } = programsOf(profile);
  const { tenant, name: program } = served;
  return { served: { tenant, program }, neighbour: { tenant, program: neighbour.name } };
}

const unchanged: Variation = (asked, next) => next(asked);

/** Another seed, so that keys and ids are production's own. */
function productionOf(options: EmulatorOptions, validators: Validators): EmulatorOptions {
  const seed = (options.seed + 1) % 2 ** 32;
  return { ...options, validators, seed, port: 0, production: true, faults: [], accessLog: null, around: unchanged };
}
