import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { watchForUncaught } from './last-resort.js';

/** A process that notes with which code it was ended. */
function aProcess() {
  const ended: number[] = [];
  const printed: string[] = [];
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => void ended.push(code) });
  watchForUncaught(process, { stderr: { write: (text) => printed.push(text) } });
  return { process, ended, printed };
}

test('an error that nobody waits for is a failure of the harness, never a rejection of the product', () => {
  const { process, ended, printed } = aProcess();
  process.emit('uncaughtException', new Error('forgotten'));
  assert.deepEqual(ended, [3]);
  assert.match(printed.join(''), /CMD-301/);
});

test('while Cucumber listens, the step fails and the process goes on', () => {
  const { process, ended, printed } = aProcess();
  process.on('uncaughtException', () => undefined);
  process.emit('uncaughtException', new Error('forgotten'));
  assert.deepEqual([ended, printed], [[], []]);
});

test('a harness that cannot be loaded is a failure of the harness, never a rejection of the product', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-broken-'));
  const alone = join(folder, 'axys-certify.mjs');
  await copyFile(join(packageRoot(), 'dist/support/cli/axys-certify.js'), alone);
  const { status, stderr } = spawnSync(process.execPath, ['--', alone, 'run'], { encoding: 'utf8' });
  assert.equal(status, 3, stderr);
  assert.match(stderr, /^CMD-308: .* cannot be loaded by Node\.js v.*\.js'/);
  await rm(folder, { recursive: true });
});
