import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../../messages/coded-error.js';
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
    if (error instanceof CodedError) {
      const { code, message: text, next } = error;
      return { kind: 'coded', content: { code, text, next } };
    }
    return { kind: 'failed', problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (work: ReadingWork) => {
  last = last.then(async () => {
    port.postMessage(await outcomeOf(work));
  });
});
