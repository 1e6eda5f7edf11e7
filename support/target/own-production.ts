import type { Configuration } from '../config/configuration.js';
import type { RunSettings } from '../config/run-settings.js';
import type { EmulatorAccess } from './embedded/emulator-work.js';
import type { TargetOptions } from './target-options.js';
import type { Target } from './target.js';

/** The settings of an emulated production; the documents are this run's, as they would be in its env-file. */
export function settingsOfProduction(production: EmulatorAccess, { documents }: Configuration): RunSettings {
  const { url, apiKey, certificate, nextCertificate, serverCa } = production;
  return {
    environment: 'production',
    baseUrl: new URL(url),
    apiKey,
    certificate,
    nextCertificate,
    serverCa,
    documents,
  };
}

/**
 * The emulator's own production for a practice target that came without one: the settings of an emulator in production
 * mode, which ends at once because nothing connects with them. A target that is not on this machine gets none: what its
 * Program does in production is for the Program to say.
 */
export async function withOwnProduction(
  target: Target,
  configuration: Configuration,
  options: TargetOptions,
): Promise<Target> {
  if (target.production !== undefined || target.class !== 'loopback' || target.environment === 'production') {
    return target;
  }
  return { ...target, production: await productionBeside(configuration, options) };
}

/** The settings of an emulator in production mode, which ends at once. */
export async function productionBeside(configuration: Configuration, options: TargetOptions): Promise<RunSettings> {
  const { contract, validators, clock, timeScale } = options;
  // Loaded when needed: a run on the embedded emulator has it in another thread.
  const { startEmulator } = await import('../emulator/start-emulator.js');
  const production = await startEmulator({
    ...{ contract, validators, clock, timeScale },
    // Keys of its own: far from the seed of a target that was started with the same one.
    ...{ port: 0, seed: (options.seed + 0x9e3779b9) % 2 ** 32, production: true, faults: [], allowIps: [] },
    ...{ profile: configuration.profile, accessLog: null },
  });
  const settings = settingsOfProduction(production, configuration);
  await production.close();
  return settings;
}
