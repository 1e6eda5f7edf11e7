import { nearestFew } from '../../config/nearest.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorUsageMessages } from '../../messages/emulator-messages.js';
import type { Emulation } from '../emulation.js';
import { faults } from './faults.js';
import type { Fault } from './fault.js';

const faultError = errorsOf(emulatorUsageMessages, 'usage');

/** Every seeded fault by its permanent id. What each of them breaks and who should notice is schemas/axys-v2/faults.yaml. */
export const knownFaults: ReadonlyMap<string, Fault> = new Map(Object.entries(faults));

/**
 * Plants faults into an emulation in the given order. An unknown id is refused (EMU-201, exit 64) and the message names
 * the nearest known ones.
 */
export function plantFaults(
  emulation: Emulation,
  ids: readonly string[],
  known: ReadonlyMap<string, Fault> = knownFaults,
): Emulation {
  return ids.reduce((planted, id) => {
    const fault = known.get(id);
    if (fault === undefined) throw faultError('EMU-201', { fault: id, nearest: nearestFew(id, [...known.keys()]) });
    return fault(planted);
  }, emulation);
}
