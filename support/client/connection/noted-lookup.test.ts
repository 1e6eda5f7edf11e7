import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { notedLookup } from './noted-lookup.js';

/** A resolver that knows one name. */
const resolver = ((host: string, _options: unknown, done: (error: Error | null, found?: unknown) => void) => {
  if (host !== 'two.example') {
    done(new Error('ENOTFOUND'));
    return;
  }
  done(null, [
    { address: '192.0.2.1', family: 4 },
    { address: '2001:db8::1', family: 6 },
  ]);
}) as unknown as typeof lookup;

test('every address the resolver gave is noted, whether one or all were asked for', async () => {
  const names = notedLookup(resolver);
  const ask = promisify(names.lookup) as (host: string, options: object) => Promise<unknown>;
  assert.deepEqual(names.addressesOf('two.example'), []);
  assert.equal(await ask('two.example', {}), '192.0.2.1');
  assert.deepEqual(await ask('two.example', { all: true }), [
    { address: '192.0.2.1', family: 4 },
    { address: '2001:db8::1', family: 6 },
  ]);
  assert.deepEqual(names.addressesOf('two.example'), ['192.0.2.1', '2001:db8::1']);
  await assert.rejects(ask('none.example', {}), /ENOTFOUND/);
  assert.deepEqual(names.addressesOf('none.example'), []);
  assert.deepEqual(names.addressesOf('::1'), ['::1'], 'an address is its own answer');
});
