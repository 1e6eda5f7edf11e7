import type { Configuration } from '../config/configuration.js';
import { loadConfiguration } from '../config/load-configuration.js';
import { prepareThread } from '../target/embedded/spare-thread.js';
import { runsEmbedded } from '../target/runs-embedded.js';
import type { RunFlags } from './run-flags.js';
import { workersOf } from './parallel/worker-count.js';
import type { CommandIo } from './streams.js';

/**
 * Starts the thread of the embedded emulator for a run that will need one, so that it makes ready while Cucumber is loaded and
 * the run is planned. Says nothing and throws nothing: whatever stops the run is said by `certify`, in its order.
 */
export async function prepareEmulator(
  flags: RunFlags,
  io: Pick<CommandIo, 'env' | 'cwd'>,
  prepare: (configuration: Configuration) => void = prepareThread,
): Promise<void> {
  if (flags.dryRun === true || flags.resume !== undefined) return;
  const configuration = await loadConfiguration({ environment: io.env, flags, cwd: io.cwd }).catch(() => null);
  if (configuration === null || !runsEmbedded(configuration)) return;
  // What divides a run among processes starts no emulator; each of its workers does.
  if (flags.worker === true || workersOf(flags.parallel, configuration) === 1) prepare(configuration);
}
