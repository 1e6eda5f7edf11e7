import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { card, crypto, issued, traffic, type MoneyCall } from '../../reconciliation/testing/money-traffic.js';
import { allInvariants } from './all-invariants.js';
import type { InvariantOutcome } from '../invariant.js';
import { invariantPairs } from './invariant-pairs.js';
import type { Traffic } from './traffic.js';
import { watchInvariants } from './watch-invariants.js';

async function watched({ exchanges = [], transitions = [] }: Traffic): Promise<Map<string, InvariantOutcome>> {
  const outcomes = await watchInvariants({
    exchanges: () => Readable.from(exchanges),
    transitions: () => Readable.from(transitions),
    text: async () => Promise.resolve('{"currency":"USD","timing":{"depositSeconds":20}}'),
  });
  return new Map(outcomes.map((outcome) => [outcome.id, outcome]));
}

async function outcomeOf(id: string, all: Traffic): Promise<InvariantOutcome> {
  const outcome = (await watched(all)).get(id);
  assert.ok(outcome !== undefined);
  return outcome;
}

const moneyOf = (id: string, calls: readonly MoneyCall[]) => outcomeOf(id, { exchanges: traffic(calls) });

describe('an invariant', () => {
  it('has traffic that keeps it and traffic that breaks it, and no other has', () => {
    assert.deepEqual(
      Object.keys(invariantPairs),
      allInvariants.map(({ id }) => id),
    );
  });

  for (const { id, questions, provenance } of allInvariants) {
    const pair = invariantPairs[id];
    assert.ok(pair !== undefined);

    it(`holds over traffic that keeps it: ${id}`, async () => {
      const { evaluated, violations } = await outcomeOf(id, pair.met);
      assert.deepEqual(violations, []);
      assert.ok(evaluated > 0);
    });

    it(`is broken once by traffic that breaks it, and names it: ${id}`, async () => {
      const { violations, level } = await outcomeOf(id, pair.violated);
      assert.equal(violations.length, 1);
      assert.match(violations[0]?.message ?? '', /^expected .+ received /);
      assert.ok((violations[0]?.exchangeIds ?? []).length > 0);
      assert.equal(level, provenance === 'documented' && questions.length === 0 ? 'fail' : 'review');
    });

    it(`says that nothing put it to the test over no traffic: ${id}`, async () => {
      const { evaluated, violations } = await outcomeOf(id, {});
      assert.deepEqual([evaluated, violations], [0, []]);
    });
  }
});

describe('a change that was shown before the call behind it was recorded', () => {
  const [unlisted] = invariantPairs['card-lifecycle']?.violated.transitions ?? [];
  assert.ok(unlisted !== undefined);
  const behind = { ...unlisted, transition: 'blocked', collapsed: true, exchangeId: 'x-000005' };

  it('is within the lifecycle and counts once', async () => {
    const explained = { ...behind, explains: unlisted.exchangeId };
    const { evaluated, violations } = await outcomeOf('card-lifecycle', { transitions: [unlisted, explained] });
    assert.deepEqual([evaluated, violations], [1, []]);
  });

  it('stays outside where the lines are about another change or another card', async () => {
    for (const other of [
      { ...behind, explains: 'x-000004' },
      { ...behind, explains: unlisted.exchangeId, entityId: '8' },
    ]) {
      const { violations } = await outcomeOf('card-lifecycle', { transitions: [unlisted, other] });
      assert.equal(violations.length, 1);
    }
  });
});

describe('replayed answers', () => {
  it('are about no object of the target and break nothing', async () => {
    const replayed = (invariantPairs['balance-never-negative']?.violated.exchanges ?? []).map((exchange) => ({
      ...exchange,
      replayed: true as const,
    }));
    const { evaluated } = await outcomeOf('balance-never-negative', { exchanges: replayed });
    assert.equal(evaluated, 0);
  });
});

describe('money', () => {
  it('is conserved when every change of a balance is a movement', async () => {
    const { evaluated, violations } = await moneyOf('money-conserved', [issued, crypto(2500), card(2500, 2500)]);
    assert.deepEqual([evaluated, violations], [1, []]);
  });

  it('is not conserved when a deposit is credited twice', async () => {
    const { violations, level } = await moneyOf('money-conserved', [
      issued,
      crypto(2500),
      card(2500, 2500),
      card(5000, 5000),
    ]);
    assert.equal(level, 'fail');
    assert.match(violations[0]?.message ?? '', /^booked-twice: card:7 /);
  });

  it('asks a person about a stablecoin with a spread', async () => {
    const calls = [issued, crypto(2500), card(2500, 0), card(2493, 2493)];
    assert.equal((await moneyOf('money-clear', calls)).violations.length, 1);
    assert.equal((await moneyOf('money-conserved', calls)).violations.length, 0);
  });

  it('says what it could not decide', async () => {
    const calls = [issued, crypto(2500), card(2500, 2500), card(2400, 2400)];
    const { violations, level } = await moneyOf('money-decided', calls);
    assert.deepEqual([violations.length, level], [1, 'review']);
  });
});
