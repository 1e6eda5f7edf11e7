import type { Configuration } from '../config/configuration.js';
import { defaultProfile } from '../config/default-profile.js';
import { startEmulator } from '../emulator/start-emulator.js';
import type { TargetOptions } from './open-target.js';
import { settingsOfProduction } from './own-production.js';
import type { EmbeddedTarget } from './target.js';

/** Addresses that the embedded emulator admits: only this process talks to it. */
const loopbackIps = ['127.0.0.1', '::1'] as const;

/** Starts the emulator inside this process and puts it behind the target's interface. */
export async function openEmbedded(configuration: Configuration, options: TargetOptions): Promise<EmbeddedTarget> {
  const emulator = await startEmulator({
    contract: options.contract,
    validators: options.validators,
    port: 0,
    seed: options.seed,
    part: options.part ?? 0,
    timeScale: options.timeScale,
    production: false,
    faults: [],
    allowIps: loopbackIps,
    profile: configuration.profile ?? defaultProfile(configuration.environment, configuration.baseUrl),
    accessLog: null,
    clock: options.clock,
  });
  let closed: Promise<void> | null = null;
  return {
    environment: configuration.environment,
    class: 'emulator',
    baseUrl: new URL(emulator.url),
    apiKey: emulator.apiKey,
    certificate: emulator.certificate,
    nextCertificate: emulator.nextCertificate,
    serverCa: [emulator.serverCa],
    ownAuthority: true,
    profile: emulator.profile,
    production: configuration.production ?? settingsOfProduction(await emulator.openProduction(), configuration),
    passIdleTime: () => {
      emulator.passIdleTime();
    },
    servedSecrets: () => emulator.servedSecrets(),
    close: () => (closed ??= emulator.close()),
  };
}
