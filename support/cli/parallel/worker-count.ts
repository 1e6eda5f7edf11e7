import { InvalidArgumentError } from 'commander';
import type { Configuration } from '../../config/configuration.js';
import { isLoopbackHost, normalisedHost } from '../../config/hosts.js';

/** How many workers `--parallel` asks for. */
export type Parallel = number | 'auto';

/** Workers of one run, at most: each is a process with a contract of its own in memory. */
const mostWorkers = 32;

/**
 * Workers of `auto` on a target that lasts. Each makes one call after the other and mostly waits, so that no more than these
 * are ever under way at once. How many calls the platform takes is not documented, only that it says 429 to more.
 * Source: docs/pagination-filtering-and-rate-limits.
 */
const workersThatWait = 4;

/** Parses `--parallel N|auto`. */
export function parallelOf(text: string): Parallel {
  const count = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  if (text === 'auto') return text;
  if (count >= 1 && count <= mostWorkers) return count;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${mostWorkers}, or auto`);
}

/**
 * The number of workers of a run. `auto`, which is the default, is several where steps wait for a platform elsewhere, and one
 * on the emulator, on this machine and in production, where they do not.
 */
export function workersOf(
  asked: Parallel = 'auto',
  { environment, baseUrl }: Pick<Configuration, 'environment' | 'baseUrl'>,
): number {
  if (asked !== 'auto') return asked;
  const waits = environment === 'staging' && baseUrl !== null && !isLoopbackHost(normalisedHost(baseUrl));
  return waits ? workersThatWait : 1;
}
