import type { DecidedRun } from '../decided-run.js';
import { waitsForContract } from './needs.js';

/** How a run is completed: it goes on, a new one takes over what it showed, or everything is run again under another contract. */
export type WayOn = 'on' | 'over' | 'anew';

const resume = 'axys-certify run --resume ';
const carry = 'axys-certify run --carry ';

/** What says whether a run came to its end. */
export interface PlannedRun extends DecidedRun {
  /** Scenarios that get a result; null where the plan does not say. */
  readonly planned: number | null;
}

/**
 * The command that comes next of a run on which software has something left to do. A run that did not come to its end goes on, unless its
 * target was an emulator of its own and ended with it: then a new run takes over what it showed. Nothing is taken over into another contract.
 */
export function nextCommand({ facts, recorded, results, planned }: PlannedRun): string {
  const cameToItsEnd = !recorded.interrupted && (planned === null || results.length >= planned);
  const goesOn = !cameToItsEnd && facts.target.class !== 'emulator';
  if (goesOn) return `${resume}${facts.runId}`;
  return waitsForContract(results) ? 'axys-certify run' : `${carry}${facts.runId}`;
}

/** What such a command does. */
export function wayOnBy(command: string): WayOn {
  if (command.startsWith(resume)) return 'on';
  return command.startsWith(carry) ? 'over' : 'anew';
}
