// Loaded first into every process of tests: keeps the name of the test that is under way in a file beside the group, and makes
// a process that ends before its tests do a failure, whatever its exit code. Node would count what it had heard of until then.
import { writeFileSync } from 'node:fs';
import { giveBack } from './test-context.mjs';
import { beforeEach } from 'node:test';

/** What the file says once nothing was left to do. */
export const ended = 'ended';

/** Watches over the tests of a process; `file` is where it says how far they are. */
export function watch(file) {
  // Comes only when nothing is left to do, never of process.exit().
  let isDone = false;
  writeFileSync(file, 'loading');
  beforeEach((test) => writeFileSync(file, test.fullName));
  giveBack();
  process.on('beforeExit', () => {
    isDone = true;
  });
  process.on('exit', () => {
    if (isDone) writeFileSync(file, ended);
    else process.exitCode = 1;
  });
}
