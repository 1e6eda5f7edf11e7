import { compileValidators, type Validators } from '../contract/validators.js';
import type { Profile } from '../config/profile.js';
import { errorsOf } from '../messages/coded-error.js';
import { emulatorUsageMessages } from '../messages/emulator-messages.js';
import { builtInProfile } from '../config/built-in-profile.js';
import { soundEmulation } from './emulation.js';
import type { EmulatorOptions, RunningEmulator } from './emulator.js';
import { plantFaults } from './faults/fault-registry.js';
import { openAccessLog } from './http/access-log.js';
import { createAllowlist } from './http/allowlist.js';
import type { Gate } from './http/answer-call.js';
import { createRateLimiter } from './http/rate-limiter.js';
import { createRouter } from './http/router.js';
import { serve } from './http/server.js';
import type { ServerIdentity } from './http/server-identity.js';
import { createPlatform, issueKey } from './platform.js';
import type { Platform, Program } from './program.js';
import { foreignSettingsOf, settingsOf } from './program-settings.js';
import { seedForeignCardholder, seedFundedWallet } from './seed/seed-programs.js';
import { createStore } from './store/program-store.js';
import type { PostCallback } from './three-d-secure/post-callback.js';
import { startAlarm } from './timing/alarm.js';
import { rateLimit } from './timing/delays.js';
import { createEmulatedClock } from './timing/emulated-clock.js';
import { passIdleTime } from './timing/idle-time.js';
import type { Variation } from './variations/variation.js';
import { nested, vary } from './variations/vary.js';

const usageError = errorsOf(emulatorUsageMessages, 'usage');

/** How a platform is served, whoever made its certificates. */
export interface PlatformOptions extends EmulatorOptions {
  readonly identity: ServerIdentity;
  /** Address to listen on. */
  readonly host: string;
  /** The served Program's API key; made from the seed when nobody hands one over. Secret. */
  readonly apiKey?: string;
  /** Makes the callbacks; this process does when not given. */
  readonly post?: PostCallback;
}

/** A platform that listens. Whoever serves it closes it. */
export interface ServedPlatform extends Pick<
  RunningEmulator,
  'profile' | 'altered' | 'passIdleTime' | 'servedSecrets' | 'apiKey' | 'close'
> {
  readonly port: number;
  /** The neighbour Program's key. Secret. */
  readonly foreignKey: string;
  readonly validators: Validators;
}

/** The two Programs of a platform, as their certificates name them. */
export interface ProgramPair {
  readonly served: Program['settings'];
  readonly neighbour: Program['settings'];
}

/** The served Program and its neighbour, as a profile has them. */
export function programsOf(profile: Profile | null): ProgramPair {
  const known = profile ?? builtInProfile();
  return { served: settingsOf(known), neighbour: foreignSettingsOf(known) };
}

/**
 * Serves a platform with two Programs, the served one and a neighbour, with the certificates it is given. Everything it
 * knows is in memory and goes with `close()`. Throws CodedErrors: EMU-201, EMU-202 (exit 64) for bad options, EMU-101..107
 * (exit 78) when it cannot start.
 */
export async function servePlatform(options: PlatformOptions): Promise<ServedPlatform> {
  if (!(options.timeScale > 0)) throw usageError('EMU-202', { timeScale: options.timeScale });
  const varying = vary(plantFaults(await soundEmulation(), options.faults), options.vary ?? []);
  const { emulation } = varying;
  const emulated = createEmulatedClock(options.clock, options.timeScale);
  const platform = createPlatform(options, emulation);
  const { served, neighbour, profile } = seedPrograms(options.profile ?? builtInProfile(), platform, emulated.now());
  platform.ids.beginPart(options.part ?? 0);
  const apiKey = issueKey(platform, 'served', options.apiKey);
  const foreignKey = issueKey(platform, 'neighbour');

  const broken: unknown[] = [];
  const validators = options.validators ?? compileValidators(options.contract);
  const gate: Gate = {
    allowlist: createAllowlist(options.allowIps),
    programs: new Map([
      [apiKey, served],
      [foreignKey, neighbour],
    ]),
    rateLimiter: createRateLimiter(rateLimit),
    router: createRouter(options.contract),
    validators,
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
  const server = await serve(gate, options.identity, log, { host: options.host, port: options.port }).catch(
    async (problem: unknown) => {
      await log.close();
      throw problem;
    },
  );
  const alarm = startAlarm(platform.schedule, emulated, options.clock, (problem) => broken.push(problem));
  const close = async (): Promise<void> => {
    alarm.stop();
    await platform.callbacks.stop();
    await server.close();
    await log.close();
  };
  let closing: Promise<void> | null = null;
  return {
    port: server.port,
    validators,
    apiKey,
    foreignKey,
    profile,
    passIdleTime: () => {
      passIdleTime(emulated, platform.schedule, alarm);
    },
    altered: varying.altered,
    servedSecrets: () => platform.vault.contents(),
    close: () => (closing ??= close()),
  };
}

/** Two Programs with what lies in them from the beginning, and the profile that names it. */
function seedPrograms(
  profile: Profile,
  platform: Platform,
  now: number,
): { readonly served: Program; readonly neighbour: Program; readonly profile: Profile } {
  const settings = programsOf(profile);
  const served: Program = { settings: settings.served, store: createStore(), platform };
  const neighbour: Program = { settings: settings.neighbour, store: createStore(), platform };
  const fundedWalletId = served.settings.capabilities.wallets ? seedFundedWallet(served, now) : null;
  const foreignCardholderId = seedForeignCardholder(neighbour, now);
  return { served, neighbour, profile: { ...profile, fundedWalletId, foreignCardholderId } };
}

/** The outermost variation first; null when there is none at all. */
function aroundAll(outermost: Variation | undefined, inner: Gate['around']): Gate['around'] {
  if (outermost === undefined) return inner;
  return (last) => nested([outermost], inner === null ? last : inner(last));
}
