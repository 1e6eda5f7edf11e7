import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Redaction } from './redaction.js';
import { LedgerReader } from './ledger-reader.js';

const line = (exchangeId: string, rule: string): Redaction => ({
  ...{ exchangeId, pointer: '/request/url', rule, kind: 'header' },
  ...{ label: null, length: null, place: null, facts: null },
});

const readerOf = (lines: readonly Redaction[]) => new LedgerReader(Readable.from(lines));

test('every exchange gets its lines, whichever order those under way together were written in', async () => {
  const ids = ['x-1', 'x-2', 'x-3', 'x-4', 'x-5'];
  const groups = fc.tuple(fc.shuffledSubarray(ids), fc.shuffledSubarray(ids, { minLength: 5 }));
  await fc.assert(
    fc.asyncProperty(groups, async ([masked, asked]) => {
      const reader = readerOf(masked.flatMap((id) => [line(id, 'a'), line(id, 'b')]));
      for (const id of asked) {
        const expected = masked.includes(id) ? [`${id} a`, `${id} b`] : [];
        assert.deepEqual(
          (await reader.of(id)).map(({ exchangeId, rule }) => `${exchangeId} ${rule}`),
          expected,
        );
      }
      await reader.close();
    }),
  );
});

test('what it reads ahead is bounded', async () => {
  let read = 0;
  const lines = (function* () {
    for (let number = 0; number < 5000; number += 1) {
      read = number;
      yield line(`x-${number}`, 'a');
    }
  })();
  const reader = new LedgerReader(Readable.from(lines));
  for (const id of ['none', 'nothing', 'nobody']) assert.deepEqual(await reader.of(id), []);
  assert.ok(read < 400, String(read));
  await reader.close();
});
