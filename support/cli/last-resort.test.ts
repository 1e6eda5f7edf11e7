import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
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
