import { compileValidators, type Validators } from '../contract/validators.js';
import { errorsOf } from '../messages/coded-error.js';
import { emulatorUsageMessages } from '../messages/emulator-messages.js';
import { builtInProfile } from './built-in-profile.js';
import { soundEmulation } from './emulation.js';
import type { EmulatorOptions, RunningEmulator } from './emulator.js';
import { plantFaults } from './faults/fault-registry.js';
import { openAccessLog } from './http/access-log.js';
import { createAllowlist } from './http/allowlist.js';
import type { Gate } from './http/answer-call.js';
import { createRateLimiter } from './http/rate-limiter.js';
import { createRouter } from './http/router.js';
import { serve } from './http/server.js';
import { createPki } from './pki/emulator-pki.js';
import { createPlatform, issueKey } from './platform.js';
import type { Program } from './program.js';
import { foreignSettingsOf, settingsOf } from './program-settings.js';
import { seedForeignCardholder, seedFundedWallet } from './seed/seed-programs.js';
import { createStore } from './store/program-store.js';
import { startAlarm } from './timing/alarm.js';
import { rateLimit } from './timing/delays.js';
import { createEmulatedClock } from './timing/emulated-clock.js';
import { passIdleTime } from './timing/idle-time.js';
import type { Variation } from './variations/variation.js';
import { nested, vary } from './variations/vary.js';

const usageError = errorsOf(emulatorUsageMessages, 'usage');

/**
 * Starts an emulator on loopback: a platform with two Programs, the served one and a neighbour. Everything it knows is
 * in memory and goes with `close()`. Throws CodedErrors: EMU-201, EMU-202 (exit 64) for bad options, EMU-101..105
 * (exit 78) when it cannot start.
 */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  if (!(options.timeScale > 0)) throw usageError('EMU-202', { timeScale: options.timeScale });
  const varying = vary(plantFaults(await soundEmulation(), options.faults), options.vary ?? []);
  const { emulation } = varying;
  const emulated = createEmulatedClock(options.clock, options.timeScale);
  const platform = createPlatform(options, emulation);
  const profile = options.profile ?? builtInProfile();
  const served: Program = { settings: settingsOf(profile), store: createStore(), platform };
  const neighbour: Program = { settings: foreignSettingsOf(profile), store: createStore(), platform };
  const now = emulated.now();
  const fundedWalletId = served.settings.capabilities.wallets ? seedFundedWallet(served, now) : null;
  const foreignCardholderId = seedForeignCardholder(neighbour, now);
  const apiKey = issueKey(platform, 'served');
  const foreignKey = issueKey(platform, 'neighbour');

  const pki = await createPki(options.clock.now());
  const names = { tenant: served.settings.tenant, program: served.settings.name };
  const certificate = await pki.issueClient(names);
  const nextCertificate = await pki.issueClient(names);
  const foreignCertificate = await pki.issueClient({ ...names, program: neighbour.settings.name });

  const broken: unknown[] = [];
  const gate: Gate = {
    allowlist: createAllowlist(options.allowIps),
    programs: new Map([
      [apiKey, served],
      [foreignKey, neighbour],
    ]),
    rateLimiter: createRateLimiter(rateLimit),
    router: createRouter(options.contract),
    validators: options.validators ?? compileValidators(options.contract),
    emulation,
    around: aroundAll(options.around, varying.around),
    production: options.production,
    checkHealth: () => {
      if (broken.length > 0) throw broken[0];
    },
    now: () => emulated.now(),
    realNow: () => options.clock.now(),
  };
  const log = await openAccessLog(options.accessLog);
  const server = await serve(gate, pki, log, options.port);
  const alarm = startAlarm(platform.schedule, emulated, options.clock, (problem) => broken.push(problem));

  const validators = gate.validators;
  let production: Promise<RunningEmulator> | null = null;
  let closing: Promise<void> | null = null;
  return {
    url: `https://127.0.0.1:${server.port}/v2`,
    serverCa: pki.authority,
    apiKey,
    certificate,
    nextCertificate,
    foreignProgram: { apiKey: foreignKey, certificate: foreignCertificate },
    profile: { ...profile, fundedWalletId, foreignCardholderId },
    openProduction: () => (production ??= startEmulator(productionOf(options, validators))),
    passIdleTime: () => {
      passIdleTime(emulated, platform.schedule, alarm);
    },
    altered: varying.altered,
    servedSecrets: () => platform.vault.contents(),
    close: () => (closing ??= close()),
  };

  async function close(): Promise<void> {
    // A production that never started has told whoever asked for it.
    await production?.then(
      (running) => running.close(),
      () => undefined,
    );
    alarm.stop();
    await platform.callbacks.stop();
    await server.close();
    await log.close();
  }
}

/** The outermost variation first; null when there is none at all. */
function aroundAll(outermost: Variation | undefined, inner: Gate['around']): Gate['around'] {
  if (outermost === undefined) return inner;
  return (last) => nested([outermost], inner === null ? last : inner(last));
}

const unchanged: Variation = (asked, next) => next(asked);

/** Another seed, so that keys and ids are production's own. */
function productionOf(options: EmulatorOptions, validators: Validators): EmulatorOptions {
  const seed = (options.seed + 1) % 2 ** 32;
  return { ...options, validators, seed, port: 0, production: true, faults: [], accessLog: null, around: unchanged };
}
