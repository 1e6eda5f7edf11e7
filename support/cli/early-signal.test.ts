import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const script = join(packageRoot(), 'dist/support/cli/axys-certify.js');

const asModule = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;

/** Lets time pass before each module: Node 22 loads a small command without letting a signal through. */
const slowly = asModule(`
  export async function load(url, context, next) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return next(url, context);
  }`);

/** Signals this process as soon as somebody listens, which is before the command line is loaded. */
function signalling(signal: NodeJS.Signals): string {
  return asModule(`
    import { register } from 'node:module';
    register('${slowly}');
    const { on } = process;
    process.on = function (name, ...rest) {
      const result = on.call(this, name, ...rest);
      if (name === '${signal}') { process.on = on; process.kill(process.pid, '${signal}'); }
      return result;
    };`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} while the command line is loaded interrupts the command: exit code 2`, () => {
    const argv = ['--import', signalling(signal), '--', script, '--version'];
    const ended = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 60_000 });
    assert.deepEqual([ended.status, ended.signal, ended.stdout], [2, null, '']);
  });
}
