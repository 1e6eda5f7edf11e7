import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Connection } from '../../trace/connection.js';
import { connectionOf } from '../../trace/test-kit/connection-of.js';
import { classOfConnection, weakest } from './class-of-connection.js';
import type { ShownClass } from './origin.js';

const byEmulator = connectionOf().chain.map((one) => ({ ...one, issuer: 'CN=Axys Emulator Authority' }));

const cases: readonly (readonly [string, Partial<Connection>, ShownClass])[] = [
  ['another machine behind a public authority', {}, 'real'],
  ['another machine behind an authority the operator named', { trust: 'configured' }, 'real'],
  [
    'this machine, whatever its name and authority',
    { host: 'staging.api.axyscards.com', sameMachine: true },
    'loopback',
  ],
  ['an emulator on another machine', { chain: byEmulator, trust: 'configured' }, 'emulator'],
  ['an emulator of this process', { trust: 'own-authority', sameMachine: true }, 'emulator'],
  ['a proxy on this machine, to a name a public authority vouches for', { route: 'proxy', sameMachine: true }, 'real'],
  ['a proxy, to whoever the operator vouches for', { route: 'proxy', trust: 'configured' }, 'unproven'],
  ['a proxy, to an emulator', { route: 'proxy', chain: byEmulator, trust: 'configured' }, 'emulator'],
];

describe('a connection shows', () => {
  for (const [title, change, shown] of cases) {
    it(`${shown}: ${title}`, () => assert.equal(classOfConnection(connectionOf(change)).shown, shown));
  }

  it('the same whatever the target and its certificate are called', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom(...cases), (name, [, change, shown]) => {
        const named = connectionOf({ ...change, host: name, alternativeNames: `DNS:${name}` });
        return classOfConnection(named).shown === shown;
      }),
    );
  });
});

it('the weakest connection decides, and none shows nothing', () => {
  assert.equal(
    weakest(
      new Map([
        ['real', 'a'],
        ['loopback', 'b'],
      ] as const),
    ).shown,
    'loopback',
  );
  assert.equal(
    weakest(
      new Map([
        ['real', 'a'],
        ['unproven', 'b'],
      ] as const),
    ).why,
    'b',
  );
  assert.equal(weakest(new Map()).shown, 'unproven');
});
