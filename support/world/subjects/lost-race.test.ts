import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scriptedScope, type Answer } from '../test-kit/scripted-scope.js';
import { Cardholders } from './cardholders.js';

const created: readonly Answer[] = [{ status: 'success', cardholderId: 7 }];
const yes: readonly Answer[] = [{ status: 'success' }];
const reads = (...statuses: readonly number[]): readonly Answer[] => statuses.map((status) => ({ status }));

/** A submitted cardholder on a target that answers forced results and reads like this. */
async function submitted(force: readonly Answer[], statuses: readonly Answer[]) {
  const { scope, calls } = scriptedScope({
    ...{ createCardholder: created, submitKyc: yes },
    ...{ simulateKycResult: force, getCardholder: statuses },
  });
  const cardholders = new Cardholders(scope);
  await cardholders.create();
  await cardholders.submit();
  return { cardholders, calls };
}

describe('a forced result', () => {
  for (const [word, status] of [
    ['approved', 1],
    ['declined', 2],
    ['put into error', 6],
    ['declined by an administrator', 7],
  ] as const) {
    it(`that comes after the platform has ${word} by itself is inconclusive`, async () => {
      const { cardholders } = await submitted([409], reads(0, status));
      await assert.rejects(cardholders.decide('pass'), { code: 'WLD-108' });
    });
  }

  it('that is refused while the review is open is given back to be judged', async () => {
    const { cardholders } = await submitted([409], reads(3));
    assert.equal((await cardholders.decide('pass')).response?.status, 409);
  });

  it('that is answered by a server error says nothing', async () => {
    const { cardholders } = await submitted([503], reads(3));
    await assert.rejects(cardholders.decide('pass'), { code: 'WLD-101' });
  });

  it('that is accepted and ends otherwise is not excused', async () => {
    const { cardholders } = await submitted(yes, reads(2));
    await cardholders.decide('pass');
    const { met, exchanges } = await cardholders.review.awaitStatus('Approved');
    assert.equal(met, false);
    assert.ok(exchanges.length > 1);
  });

  it('that is refused a second time, after its own end, is no race', async () => {
    const { cardholders } = await submitted([{ status: 'success' }, 409], reads(1));
    await cardholders.decide('pass');
    assert.equal((await cardholders.decide('pass')).response?.status, 409);
  });
});

describe('a review the platform decides by itself', () => {
  it('ends the wait for the open review at once', async () => {
    const { cardholders, calls } = await submitted(yes, reads(4, 0, 7));
    await assert.rejects(cardholders.review.awaitStatus('Under Review'), { code: 'WLD-108', message: /Admin Decline/ });
    assert.equal(calls.filter((call) => call === 'getCardholder').length, 3);
  });

  it('makes bringing about a state inconclusive, whatever the state', async () => {
    for (const status of ['Under Review', 'Approved', 'Compliance Decline'] as const) {
      const { cardholders } = await submitted(yes, reads(6));
      await assert.rejects(cardholders.bringTo(status), { code: 'WLD-108', message: /Error/ });
    }
  });

  it('is taken as it is where it ended as the scenario needs it', async () => {
    for (const [status, end] of [
      [1, 'Approved'],
      [2, 'Compliance Decline'],
    ] as const) {
      const { cardholders, calls } = await submitted(yes, reads(0, status));
      await cardholders.bringTo(end);
      assert.ok(!calls.includes('simulateKycResult'), 'nothing is left to force');
    }
  });

  it('excuses what it made possible, and nothing else', async () => {
    const { cardholders } = await submitted(yes, reads(1, 3));
    const accepted = [await cardholders.submit()];
    await assert.rejects(cardholders.excuseAcceptance(accepted), { code: 'WLD-108' });
    await cardholders.excuseAcceptance(accepted);
  });

  it('is not assumed of a cardholder who was never submitted', async () => {
    const { scope } = scriptedScope({ createCardholder: created, getCardholder: reads(1) });
    const cardholders = new Cardholders(scope);
    await cardholders.create();
    assert.equal((await cardholders.readUndecided()).response?.status, 200);
  });

  it('is not assumed of a decline we forced, however long it shows', async () => {
    const { cardholders } = await submitted(yes, reads(2, 2, 3));
    await cardholders.decide('fail');
    assert.equal((await cardholders.review.awaitStatus('Under Review')).met, true);
  });
});

describe('a long review', () => {
  it('is told with its deadline', async () => {
    const { cardholders } = await submitted(yes, reads(3));
    await assert.rejects(cardholders.bringTo('Approved'), {
      code: 'WLD-101',
      message: /Approved; received status 3 when 2 s were over/,
    });
  });
});
