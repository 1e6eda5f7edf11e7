import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockJumps, jumpToleranceMs } from './clock-jumps.js';

/** Two clocks: time passes on both, somebody sets the first, and the process may be held up while they are read. */
function twoClocks() {
  const clocks = { steady: 0, setBy: 0, heldUp: 0 };
  const look = clockJumps(
    () => {
      clocks.steady += clocks.heldUp;
      return 1_700_000_000_000 + clocks.steady + clocks.setBy;
    },
    () => {
      clocks.steady += clocks.heldUp;
      return clocks.steady;
    },
  );
  return { clocks, look };
}

const passing = fc.array(fc.record({ pause: fc.nat(86_400_000), heldUp: fc.nat(60_000) }), { minLength: 1 });

test('time that passes is no jump, however long it takes and however slow the machine', () => {
  fc.assert(
    fc.property(passing, (looks) => {
      const { clocks, look } = twoClocks();
      for (const { pause, heldUp } of looks) {
        clocks.heldUp = heldUp;
        clocks.steady += pause;
        assert.equal(look(), null);
      }
    }),
  );
});

test('a clock that is set is noticed once, with the direction', () => {
  const jumps = fc.integer({ min: jumpToleranceMs + 1, max: 1e10 }).chain((ms) => fc.constantFrom(ms, -ms));
  fc.assert(
    fc.property(jumps, (jump) => {
      const { clocks, look } = twoClocks();
      assert.equal(look(), null);
      clocks.setBy = jump;
      assert.deepEqual([look(), look()], [jump, null]);
    }),
  );
});

test('a clock that is adjusted a little at a time is no jump', () => {
  const { clocks, look } = twoClocks();
  for (let hour = 0; hour < 100; hour += 1) {
    clocks.setBy += 900;
    assert.equal(look(), null);
  }
});
