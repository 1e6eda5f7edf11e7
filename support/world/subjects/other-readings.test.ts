import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inWords } from '../../verdict/checks/answer.js';
import { scriptedScope, type Answer } from '../test-kit/scripted-scope.js';
import { Cardholders } from './cardholders.js';
import { Cards } from './cards.js';
import { OtpListeners } from './otp-listeners.js';

const yes = { status: 'success' };
const made = { createCardholder: [{ status: 'success', cardholderId: 7 }], submitKyc: [yes] };
const [declined, open] = [{ status: 2 }, { status: 3 }];

/** A cardholder of a target that answers so. */
async function cardholderOf(script: Readonly<Record<string, readonly Answer[]>>) {
  const { scope, calls } = scriptedScope({ ...made, ...script });
  const cardholders = new Cardholders(scope);
  await cardholders.create();
  calls.length = 0;
  return { scope, calls, cardholders };
}

describe('a declined review', () => {
  it('is opened again by the replacement link where that is enough', async () => {
    const { calls, cardholders } = await cardholderOf({ refreshKycUrl: [yes], getCardholder: [declined, open] });
    await cardholders.reopen();
    assert.ok(!calls.includes('submitKyc'));
  });

  it('is submitted again at once where the link is refused', async () => {
    const { calls, cardholders } = await cardholderOf({ refreshKycUrl: [409], getCardholder: [open] });
    await cardholders.reopen();
    assert.deepEqual(calls, ['refreshKycUrl', 'submitKyc', 'getCardholder']);
  });

  it('is submitted again where the link is given and the status stays', async () => {
    const script = { refreshKycUrl: [yes], simulateKycResult: [yes], getCardholder: [declined] };
    const { scope, calls, cardholders } = await cardholderOf(script);
    await cardholders.force('fail');
    const exchanges = await cardholders.reopen();
    assert.equal(calls.filter((call) => call === 'submitKyc').length, 1);
    assert.equal(exchanges[0]?.operationId, 'refreshKycUrl');
    assert.equal(scope.waits[0]?.met, false);
  });
});

describe('a card on its way to Active', () => {
  const printed = { cardNumber: 1, expMonth: 1, expYear: 2030, cvv: 1 };
  const review = { getCardholder: [{ status: 3 }, { status: 1 }], simulateKycResult: [yes] };
  const cardOf = async (script: Readonly<Record<string, readonly Answer[]>>) => {
    const { scope, calls } = scriptedScope({ ...made, ...review, ...script });
    await new Cards(scope, new Cardholders(scope)).bringTo('virtual', 'Active');
    return calls;
  };

  it('is left alone when it starts Active', async () => {
    const calls = await cardOf({ issueVirtualCard: [{ cardId: 8 }], getCard: [{ issuerCardStatus: 1 }] });
    assert.ok(!calls.includes('activateCard'));
  });

  it('is activated when it starts Not Activated, with the data its details or its issuance show', async () => {
    const reads = { getCard: [{ issuerCardStatus: 1 }], activateCard: [yes] };
    const started = { cardId: 8, issuerCardStatus: 4 };
    const fromDetails = await cardOf({ ...reads, issueVirtualCard: [started], getCardDetails: [printed] });
    const fromIssuance = await cardOf({
      ...reads,
      issueVirtualCard: [{ ...started, ...printed }],
      getCardDetails: [{}],
    });
    assert.ok(fromDetails.includes('activateCard') && fromIssuance.includes('activateCard'));
  });

  it('is left to people when nothing shows the data', async () => {
    const silent = { issueVirtualCard: [{ cardId: 8, issuerCardStatus: 4 }], getCardDetails: [{}] };
    await assert.rejects(cardOf({ ...silent, getCard: [{ issuerCardStatus: 4 }] }), /VER-201|Only a person/);
  });
});

describe('a subscription', () => {
  const subscribe = async (cardState: number) => {
    const issued = { issueVirtualCard: [{ cardId: 8 }], getCard: [{ issuerCardStatus: cardState }] };
    const { scope, calls, cardholders } = await cardholderOf({ ...issued, subscribeOtp: [400, { token: 't' }] });
    const cards = new Cards(scope, cardholders);
    await cards.issue('virtual');
    calls.length = 0;
    const answer = await new OtpListeners(scope, cardholders, cards).subscribe();
    return { calls, answer: inWords(answer) };
  };

  it('is made by the cardholder where an Active card is refused', async () => {
    const { calls, answer } = await subscribe(1);
    assert.deepEqual(calls, ['subscribeOtp', 'getCard', 'subscribeOtp']);
    assert.equal(answer, 'HTTP 200');
  });

  it('stays refused for a card that is not Active', async () => {
    const { calls, answer } = await subscribe(2);
    assert.deepEqual(calls, ['subscribeOtp', 'getCard']);
    assert.equal(answer, 'HTTP 400');
  });
});

describe('a card that is blocked', () => {
  const blocked = async (...states: readonly number[]) => {
    const reads = states.map((issuerCardStatus) => ({ issuerCardStatus }));
    const script = { issueVirtualCard: [{ cardId: 8 }], setCardStatus: [yes], getCard: reads };
    const { scope, calls, cardholders } = await cardholderOf(script);
    const cards = new Cards(scope, cardholders);
    await cards.issue('virtual');
    await cards.changeTo('On Hold', async () => cards.changeStatus(2));
    return { calls, met: scope.waits[0]?.met };
  };

  it('is On Hold as soon as it reads so, which no page promises at once', async () => {
    const { calls, met } = await blocked(1, 1, 2);
    assert.deepEqual([calls.filter((call) => call === 'getCard').length, met], [3, true]);
  });

  it('is judged as it reads when the time is up', async () => {
    assert.equal((await blocked(1)).met, false);
  });
});
