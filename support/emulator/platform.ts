import type { Clock } from '../config/clock.js';
import type { Emulation } from './emulation.js';
import type { PostCallback } from './three-d-secure/post-callback.js';
import type { Platform } from './program.js';
import { createIds } from './seed/ids.js';
import { createRandom, type Random } from './seed/random.js';
import { createVault } from './seed/vault.js';
import { createCallbacks } from './three-d-secure/callbacks.js';
import { createSchedule } from './timing/schedule.js';

/** What a platform is made of. */
export interface PlatformParts {
  readonly seed: number;
  readonly clock: Clock;
  /** See `EmulatorOptions`. */
  readonly part?: number;
  /** Makes the callbacks; this process does when not given. */
  readonly post?: PostCallback;
}

/** What both Programs of an emulator share, empty. */
export function createPlatform({ seed, clock, post, part = 0 }: PlatformParts, emulation: Emulation): Platform {
  const { machines, book, announce, deliveries, idOf } = emulation;
  const seeded = createRandom(seed);
  return {
    machines,
    book,
    schedule: createSchedule(),
    random: part === 0 ? seeded : seeded.fork(`part/${String(part)}`),
    // The Programs that every part begins with are the same.
    ids: createIds(seeded, idOf),
    vault: createVault(),
    callbacks: createCallbacks(clock, announce, deliveries, post),
  };
}

/** A Program's API key; seeded like everything else, so a run can be repeated, unless somebody handed one over. */
export function issueKey({ random, vault }: Platform, program: string, handed?: string): string {
  const key = handed ?? newKey(random, program);
  vault.keep('apiKeys', key);
  return key;
}

/** Makes the API key of a Program. */
function newKey(random: Random, program: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return `axk_${random.fork(`key/${program}`).text(alphabet, 40)}`;
}
