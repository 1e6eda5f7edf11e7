import type { EnvironmentName } from '../config/environment-name.js';
import type { Operation } from './contract.js';

/**
 * Whether a call is an assumed simulation that is not made there: our emulator has all of them, any other target those that
 * the operator's contract or overlay confirms.
 */
export function isUnconfirmedTrigger(
  { simulation, provenance }: Pick<Operation, 'simulation' | 'provenance'>,
  environment: EnvironmentName,
): boolean {
  return simulation && provenance === 'assumed' && environment !== 'emulator';
}
