import { errorsOf } from '../../messages/coded-error.js';
import { emulatorUsageMessages } from '../../messages/emulator-messages.js';
import type { Handlers } from '../http/call.js';

const faultError = errorsOf(emulatorUsageMessages, 'usage');

/** A seeded fault: a deliberate deviation that the harness must find. It replaces or wraps handlers. */
export interface Fault {
  /** Permanent id, kebab-case. */
  readonly id: string;
  /** What is wrong with the emulator while it is on, in a sentence. */
  readonly title: string;
  plant(handlers: Handlers): Handlers;
}

/** Every fault there is. */
export const faults: readonly Fault[] = [];

/** Plants faults into the handlers in the given order. An unknown id is refused (EMU-201, exit 64). */
export function plantFaults(handlers: Handlers, ids: readonly string[], known: readonly Fault[] = faults): Handlers {
  return ids.reduce((planted, id) => {
    const fault = known.find((candidate) => candidate.id === id);
    if (fault === undefined)
      throw faultError('EMU-201', {
        fault: id,
        known: known.map((candidate) => candidate.id).join(', ') || 'none yet',
      });
    return fault.plant(planted);
  }, handlers);
}
