import { exitCode } from '../messages/exit-code.js';
import { explainError } from './explain-error.js';
import { watchForUncaught } from './last-resort.js';
import { loadNow } from './load-now.js';
import { main } from './main.js';
import { stopOnSignals } from './stop-on-signals.js';
import { stopWithStarter } from './stop-with-starter.js';

// The edge: the one file that touches the process.
const interrupted = new AbortController();
stopOnSignals(process, interrupted);
stopWithStarter(process, interrupted);
const { stdout, stderr, env } = process;
for (const stream of [stdout, stderr]) {
  // A reader that goes away (`| head`, or a terminal that was closed) must not end a run.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Thrown, it would end with Node's exit code 1, which here means that the product is rejected.
    if (error.code === 'EPIPE' || error.code === 'EIO') return;
    if (stream === stdout) explainError(error, { stderr });
    process.exit(exitCode.harnessError);
  });
}
watchForUncaught(process, { stderr });
const code = await main(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  interrupted: interrupted.signal,
  ...(loadNow === null ? {} : { loadNow }),
});
await Promise.all([stdout, stderr].map((stream) => new Promise((flushed) => stream.write('', flushed))));
process.exit(code);
