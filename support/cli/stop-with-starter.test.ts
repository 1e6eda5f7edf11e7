import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { stopWithStarter } from './stop-with-starter.js';

const started = (connected?: boolean) =>
  Object.assign(new EventEmitter(), connected === undefined ? {} : { connected });

test('a process whose starter is gone stops, also where it went before anybody listened', () => {
  const process = started(true);
  const interrupted = new AbortController();
  stopWithStarter(process, interrupted);
  assert.equal(interrupted.signal.aborted, false);
  process.emit('disconnect');
  assert.match(String(interrupted.signal.reason), /stopped by the process that started this one, or without it/);
  const late = new AbortController();
  stopWithStarter(started(false), late);
  assert.equal(late.signal.aborted, true);
});

test('a process that nobody holds a channel to listens to none', () => {
  const process = started();
  stopWithStarter(process, new AbortController());
  assert.equal(process.listenerCount('disconnect'), 0);
});
