import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shareCauses } from './share-causes.js';

test('the cause that explains most comes first, and what has none stays by itself', () => {
  const causes: Readonly<Record<string, readonly string[]>> = {
    a: ['x'],
    b: ['y', 'x'],
    c: ['y', 'z'],
    d: [],
    e: ['x', 'z'],
  };
  assert.deepEqual(
    shareCauses(Object.keys(causes), (thing) => causes[thing] ?? []),
    [
      { cause: null, things: ['d'] },
      { cause: 'x', things: ['a', 'b', 'e'] },
      { cause: 'y', things: ['c'] },
    ],
  );
});

test('every thing is in exactly one group, under a cause of its own', () => {
  const causes = fc.array(fc.constantFrom<string>('x', 'y', 'z'), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(causes, { maxLength: 12 }), (things) => {
      const groups = shareCauses([...things.keys()], (index) => things[index] ?? []);
      const placed = groups.flatMap((group) => group.things).sort((a, b) => a - b);
      assert.deepEqual(placed, [...things.keys()]);
      for (const { cause, things: members } of groups)
        for (const index of members)
          assert.ok(cause === null ? things[index]?.length === 0 : things[index]?.includes(cause));
    }),
  );
});
