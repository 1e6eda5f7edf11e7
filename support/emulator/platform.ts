import type { Emulation } from './emulation.js';
import type { EmulatorOptions } from './emulator.js';
import type { Platform } from './program.js';
import { createIds } from './seed/ids.js';
import { createRandom } from './seed/random.js';
import { createVault } from './seed/vault.js';
import { createCallbacks } from './three-d-secure/callbacks.js';
import { createSchedule } from './timing/schedule.js';

/** What both Programs of an emulator share, empty. */
export function createPlatform({ seed, clock }: EmulatorOptions, emulation: Emulation): Platform {
  const { machines, book, announce, deliveries, firstId } = emulation;
  const random = createRandom(seed);
  return {
    machines,
    book,
    schedule: createSchedule(),
    random,
    ids: createIds(random, firstId),
    vault: createVault(),
    callbacks: createCallbacks(clock, announce, deliveries),
  };
}

/** A Program's API key; seeded like everything else, so a run can be repeated. */
export function issueKey({ random, vault }: Platform, program: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const key = `axk_${random.fork(`key/${program}`).text(alphabet, 40)}`;
  vault.keep('apiKeys', key);
  return key;
}
