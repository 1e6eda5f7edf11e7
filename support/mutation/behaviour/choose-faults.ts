import { nearest } from '../../config/nearest.js';
import type { FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { errorsOf } from '../../messages/coded-error.js';
import { mutationUsageMessages } from '../../messages/mutation-messages.js';

const usage = errorsOf(mutationUsageMessages, 'usage');

/** The faults with these ids in the order of the catalogue; all of them when none is named. MUT-101 (exit 64) for an unknown id. */
export function chooseFaults(all: readonly FaultEntry[], ids: readonly string[]): readonly FaultEntry[] {
  const known = all.map(({ id }) => id);
  for (const fault of ids) {
    if (!known.includes(fault)) throw usage('MUT-101', { fault, nearest: nearest(fault, known) });
  }
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}
