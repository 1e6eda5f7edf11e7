import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HandingOver } from './handing-over.js';
import type { PackReading } from './pack-reading.js';

/** A reading that notes what it is asked to read, and does not read what is called bad. */
function aReading(): PackReading & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: async (paths) => {
      await Promise.resolve();
      asked.push(paths.join(' '));
      if (paths.includes('bad')) throw new Error('it cannot be read');
    },
    found: () => Promise.reject(new Error('nobody asks')),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

describe('HandingOver', () => {
  it('has files read in the order in which they are given, one lot after the other', async () => {
    const reading = aReading();
    const handing = new HandingOver(reading);
    handing.give(['b', 'a']);
    handing.give(['c']);
    assert.deepEqual([handing.has('a'), handing.has('d')], [true, false]);
    await handing.done();
    assert.deepEqual(reading.asked, ['b a', 'c']);
  });

  it('refuses a file that was given before: what was read was not what is there', () => {
    const handing = new HandingOver(aReading());
    handing.give(['a']);
    assert.throws(() => {
      handing.give(['b', 'a']);
    }, /a was written again after it was read/);
  });

  it('says what could not be read, and asks for the next without waiting for it', async () => {
    const reading = aReading();
    const handing = new HandingOver(reading);
    handing.give(['bad']);
    handing.give(['c']);
    await assert.rejects(handing.done(), /it cannot be read/);
    assert.deepEqual(reading.asked, ['bad', 'c']);
  });
});
