import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TargetClass } from '../../target/target.js';
import { connectionOf } from '../../trace/test-kit/connection-of.js';
import { anOrigin } from '../testing/sample-origin.js';
import { claimAgainstOrigin } from './claim-against-origin.js';
import { ConnectionTally } from './connection-tally.js';
import type { Origin, ShownClass } from './origin.js';

const baseUrl = 'https://staging.example/v2';

function held(claimed: TargetClass, change: Partial<Origin>, tags: readonly string[] = []) {
  const facts = { target: { environment: 'staging', class: claimed, baseUrl } } as const;
  return claimAgainstOrigin(facts, anOrigin({ why: 'why', ...change }), [{ id: 's', tags: [...tags] }]);
}

describe('what a run says of its target', () => {
  const cases: readonly (readonly [TargetClass, ShownClass, boolean])[] = [
    ['real', 'real', true],
    ['real', 'loopback', false],
    ['real', 'emulator', false],
    ['loopback', 'loopback', true],
    ['loopback', 'real', true],
    ['emulator', 'emulator', true],
    ['emulator', 'loopback', false],
  ];
  for (const [claimed, shown, fits] of cases) {
    it(`${claimed} ${fits ? 'fits' : 'contradicts'} connections that show ${shown}`, () => {
      const expected = fits ? [] : [`the target is called ${claimed}, and why: ${shown}`];
      assert.deepEqual(held(claimed, { shown }), { contradictions: expected, unproven: [] });
    });
  }

  it('is unproven where nothing shows it', () => {
    assert.deepEqual(held('real', { shown: 'unproven' }), { contradictions: [], unproven: ['why'] });
  });

  it('contradicts calls that went to another host, and accepts its own', () => {
    const tally = new ConnectionTally();
    tally.add(connectionOf());
    assert.deepEqual(held('real', { shown: 'real', hosts: tally.hosts }).contradictions, []);
    tally.add(connectionOf({ host: 'other.example' }));
    const [only, ...more] = held('real', { shown: 'real', hosts: tally.hosts }).contradictions;
    assert.match(only ?? '', /went to other.example port 443/);
    assert.deepEqual(more, []);
  });

  it('contradicts calls of a server of the harness, except in scenarios about the harness itself', () => {
    assert.match(held('real', { shown: 'real', beside: ['s'] }).contradictions[0] ?? '', /calls of s went to a server/);
    assert.deepEqual(held('real', { shown: 'real', beside: ['s'] }, ['@self']).contradictions, []);
  });

  it('passes on where the record contradicts itself', () => {
    assert.deepEqual(held('real', { shown: 'real', contradictions: ['x'] }).contradictions, ['x']);
  });
});
