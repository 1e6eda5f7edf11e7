import { parentPort } from 'node:worker_threads';
import { crossingError } from '../../messages/crossing-error.js';
import { emulatorWorker } from './do-emulator-work.js';
import type { EmulatorOutcome, EmulatorWork } from './emulator-work.js';

// The thread that the embedded emulator runs in. It does one work after the other and answers each.

const port = parentPort;
if (port === null) throw new Error('this file is the inside of a thread');

const does = emulatorWorker();

async function outcomeOf(work: EmulatorWork): Promise<EmulatorOutcome> {
  try {
    return await does(work);
  } catch (error) {
    return crossingError(error);
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (work: EmulatorWork) => {
  last = last.then(async () => {
    port.postMessage(await outcomeOf(work));
  });
});
