import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { stopOnSignals } from './stop-on-signals.js';

test('the first signal aborts and leaves the listener; the second ends the process', () => {
  const killed: unknown[] = [];
  const process = Object.assign(new EventEmitter(), {
    pid: 4242,
    kill: (pid: number, signal: string) => killed.push([pid, signal, process.listenerCount(signal)]),
  });
  const interrupted = new AbortController();
  stopOnSignals(process, interrupted);
  process.emit('SIGTERM');
  assert.match(String(interrupted.signal.reason), /interrupted by SIGTERM/);
  // A library that ends a process whose only listener it is must find ours.
  assert.deepEqual([process.listenerCount('SIGTERM'), process.listenerCount('SIGINT'), killed.length], [1, 1, 0]);
  process.emit('SIGINT');
  assert.deepEqual(killed, [[4242, 'SIGINT', 0]]);
});

test('a first signal ends nothing at once, whatever stopped the run before it', () => {
  const process = Object.assign(new EventEmitter(), { pid: 4242, kill: () => assert.fail('the process was ended') });
  const interrupted = new AbortController();
  stopOnSignals(process, interrupted);
  interrupted.abort(new Error('stopped otherwise'));
  process.emit('SIGTERM');
  assert.match(String(interrupted.signal.reason), /stopped otherwise/);
});
