import { parentPort, workerData } from 'node:worker_threads';
import { crossingError } from '../../../messages/crossing-error.js';
import { unreachable } from '../../../messages/unreachable.js';
import { FollowedRun, RunTooLong } from './followed-run.js';
import type { FollowingOutcome, FollowingWork, RunToFollow } from './following-work.js';

// A thread that follows one run and derives it again.

const port = parentPort;
if (port === null) throw new Error('this file is the inside of a thread');

const run = new FollowedRun(workerData as RunToFollow);
const answer = (outcome: FollowingOutcome): void => {
  port.postMessage(outcome);
};
const broken = (error: unknown): void => {
  answer(error instanceof RunTooLong ? { kind: 'too-long' } : crossingError(error));
};
run.beginning().catch(broken);

port.on('message', (work: FollowingWork) => {
  switch (work.does) {
    case 'grown':
      run.grown();
      return;
    case 'closed':
      run.closed(work.targetClass).then((found) => {
        answer({ kind: 'journal', found });
      }, broken);
      return;
    case 'compare':
      run.compared().then((found) => {
        answer({ kind: 'compared', found });
      }, broken);
      return;
    default:
      unreachable(work, 'work');
  }
});
