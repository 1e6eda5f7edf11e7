import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import { createStateMachine } from '../lifecycle/state-machine.js';
import type { EmulatorOptions } from './emulator.js';
import type { Platform } from './program.js';
import { createIds } from './seed/ids.js';
import { createRandom } from './seed/random.js';
import { createVault } from './seed/vault.js';
import { createCallbacks } from './three-d-secure/callbacks.js';
import { createSchedule } from './timing/schedule.js';

/** What both Programs of an emulator share, empty. Throws the lifecycle loader's coded errors. */
export async function createPlatform({ seed, clock }: EmulatorOptions): Promise<Platform> {
  const tables = await loadLifecycles();
  const random = createRandom(seed);
  return {
    machines: {
      cardholder: createStateMachine(tables.cardholder),
      card: createStateMachine(tables.card),
      deposit: createStateMachine(tables.deposit),
      otp: createStateMachine(tables.otp),
      transfer: createStateMachine(tables.transfer),
    },
    schedule: createSchedule(),
    random,
    ids: createIds(random),
    vault: createVault(),
    callbacks: createCallbacks(clock),
  };
}

/** A Program's API key; seeded like everything else, so a run can be repeated. */
export function issueKey({ random, vault }: Platform, program: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const key = `axk_${random.fork(`key/${program}`).text(alphabet, 40)}`;
  vault.keep('apiKeys', key);
  return key;
}
