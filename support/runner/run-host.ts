import { errorsOf } from '../messages/coded-error.js';
import { runnerMessages } from '../messages/runner-messages.js';

/** Opens the run when nobody has before the first scenario: what stands behind `npx cucumber-js -p PROFILE`. */
export interface RunHost {
  /** Opens the run of a profile, given the world parameters, and publishes its context. */
  open(worldParameters: unknown): Promise<void>;
}

const broken = errorsOf(runnerMessages, 'harnessError');

let current: RunHost | null = null;

/** Names who opens the run; null when nobody does. */
export function setRunHost(host: RunHost | null): void {
  current = host;
}

/** Who opens the run. RUN-203 when Cucumber was started without a profile that names one. */
export function runHost(): RunHost {
  if (current === null) throw broken('RUN-203');
  return current;
}
