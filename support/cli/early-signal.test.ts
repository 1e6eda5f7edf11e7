import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const script = join(packageRoot(), 'dist/support/cli/axys-certify.js');

/** Signals this process as soon as somebody listens, which is before the command line is loaded. */
function signalling(signal: NodeJS.Signals): string {
  const body = `
    const { on } = process;
    process.on = function (name, ...rest) {
      const result = on.call(this, name, ...rest);
      if (name === '${signal}') { process.on = on; process.kill(process.pid, '${signal}'); }
      return result;
    };`;
  return `data:text/javascript,${encodeURIComponent(body)}`;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} while the command line is loaded interrupts the command: exit code 2`, () => {
    const argv = ['--import', signalling(signal), '--', script, '--version'];
    const ended = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 60_000 });
    assert.deepEqual([ended.status, ended.signal, ended.stdout], [2, null, '']);
  });
}
