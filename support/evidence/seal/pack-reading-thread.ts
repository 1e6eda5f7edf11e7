import { parentPort, workerData } from 'node:worker_threads';
import { crossingError } from '../../messages/crossing-error.js';
import { packReading, type ReadingRequest } from './pack-reading.js';
import { doWork, type ReadingOutcome, type ReadingWork } from './pack-reading-work.js';

// A thread that reads one pack. It does one work after the other and answers each.

const port = parentPort;
if (port === null) throw new Error('this file is the inside of a thread');

const reading = packReading(workerData as ReadingRequest);

async function outcomeOf(work: ReadingWork): Promise<ReadingOutcome> {
  try {
    return { kind: 'done', found: await doWork(reading, work) };
  } catch (error) {
    return crossingError(error);
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (work: ReadingWork) => {
  last = last.then(async () => {
    port.postMessage(await outcomeOf(work));
  });
});
