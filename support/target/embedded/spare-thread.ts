import type { Configuration } from '../../config/configuration.js';
import { embeddedProfile } from './embedded-profile.js';
import { emulatorBeside, type EmulatorBeside } from './emulator-beside.js';

/** A thread that nobody needs now: it has loaded its modules and compiled the contract, which takes as long as a short run. */
let spare: EmulatorBeside | null = null;

/**
 * Lets a thread make ready for the emulator of a configuration that will be asked for soon, beside whatever happens until then. What goes wrong is
 * said when the emulator is started. The process does not wait for the thread.
 */
export function prepareThread(configuration: Configuration): void {
  const thread = takeThread();
  thread.ask({ does: 'prepare', profile: embeddedProfile(configuration) }, 'done').catch(() => undefined); // Starting an emulator prepares what is not prepared.
  giveBackThread(thread);
}

/** The spare thread, else a new one. Whoever takes it gives it back, with no emulator running, or ends it. */
export function takeThread(): EmulatorBeside {
  const thread = spare === null || spare.lost.aborted ? emulatorBeside() : spare;
  spare = null;
  thread.keepAlive(true);
  return thread;
}

/** Keeps a thread for the next one who needs one; a second spare would only hold memory, and is ended. */
export function giveBackThread(thread: EmulatorBeside): void {
  thread.keepAlive(false);
  if (spare === null) spare = thread;
  else void thread.end();
}
