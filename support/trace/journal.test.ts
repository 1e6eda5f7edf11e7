import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFakeClock } from '../emulator/test-kit/fake-clock.js';
import { openJournal } from './journal.js';

test('an event that is committed is on the disk when the promise resolves, numbered on from the last line', async () => {
  const done: string[] = [];
  const journal = await openJournal({
    ...{ file: 'journal', last: 41, clock: createFakeClock(0) },
    open: () =>
      Promise.resolve({
        append: (text) => Promise.resolve(void done.push(text)),
        flush: () => Promise.resolve(void done.push('flush')),
        close: () => Promise.resolve(void done.push('close')),
      }),
  });
  await journal.note({ type: 'stopped' });
  await journal.commit({ type: 'resumed', kept: 1, cuts: [] });
  await journal.close();
  assert.deepEqual(done, [
    '{"n":42,"at":"1970-01-01T00:00:00.000Z","type":"stopped"}\n',
    '{"n":43,"at":"1970-01-01T00:00:00.000Z","type":"resumed","kept":1,"cuts":[]}\n',
    'flush',
    'close',
  ]);
});
