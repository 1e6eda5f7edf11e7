import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { syntheticPerson } from './synthetic-person.js';

describe('a synthetic person', () => {
  it('has a reserved mail domain, a fictional number and names within bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 8 }),
        (numbers) => {
          let drawn = 0;
          const person = syntheticPerson(() => numbers[drawn++ % numbers.length] ?? 0, 'a.b.1');
          assert.match(String(person.emailAdr), /^a\.b\.1@example\.com$/);
          assert.match(String(person.cellNum), /^415555\d{4}$/);
          assert.ok(person.firstName.length >= 2 && person.firstName.length <= 50);
        },
      ),
    );
  });

  it('is the same for the same numbers', () => {
    assert.deepEqual(
      syntheticPerson(() => 0.4, 'a.b.1'),
      syntheticPerson(() => 0.4, 'a.b.1'),
    );
  });
});
