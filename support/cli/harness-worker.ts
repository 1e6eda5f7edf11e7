import { capturedIo } from './captured-io.js';
import { main } from './main.js';
import type { Job, JobDone } from '../fail-closed/job.js';
import { troubles } from '../fail-closed/troubles.js';

// A process of its own that does commands of the harness one after the other, each with a trouble. Starting the harness
// anew for each of them would take three times as long. It ends with the process that started it.

async function done({ args, env, cwd, trouble }: Job): Promise<JobDone> {
  const captured = capturedIo(cwd, env);
  const begun = troubles[trouble]();
  try {
    const exitCode = await main(args, { ...captured.io, parts: begun.parts });
    return { exitCode, stdout: captured.stdout(), stderr: captured.stderr() };
  } finally {
    begun.end();
  }
}

process.on('message', (job: Job) => {
  void done(job).then((outcome) => process.send?.(outcome));
});
process.on('disconnect', () => process.exit());
