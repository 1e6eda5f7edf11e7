import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import type { Exchange, Json } from './exchange.js';
import { createTransitionObserver } from './observe-transitions.js';
import { callOf } from './test-kit/exchange-of.js';

const lifecycles = await loadLifecycles();

/** What an observer says about exchanges in order: `from>to transition`, with a `*` for steps nobody saw. */
function observed(exchanges: readonly Exchange[]): readonly string[] {
  const observe = createTransitionObserver(lifecycles);
  return exchanges
    .flatMap((exchange) => observe(exchange))
    .map(
      ({ from, to, transition, collapsed, explains }) =>
        `${from}>${to} ${transition}${collapsed ? '*' : ''}${explains === undefined ? '' : ` explains ${explains}`}`,
    );
}

const created = callOf('createCardholder', 'POST', '/cardholders', {
  answered: { status: 'success', cardholderId: 5 },
});
const submitted = callOf('submitKyc', 'PUT', '/cardholders/5/kyc-submit', { answered: { applicationLink: 'x' } });
const seen = (status: Json) =>
  callOf('getCardholder', 'GET', '/cardholders/5', { answered: { cardholderId: 5, status } });
const forced = (result: string) =>
  callOf('simulateKycResult', 'POST', '/staging/kyc/validate', { sent: { cardholderId: 5, result }, answered: {} });
const card = (status: number) => callOf('getCard', 'GET', '/cards/9', { answered: { issuerCardStatus: status } });
const issued = callOf('issueVirtualCard', 'POST', '/cards/virtual/5', { answered: { cardId: 9 } });
const blocked = callOf('setCardStatus', 'PUT', '/cards/9/status', { sent: { newStatus: 2 }, answered: {} });

/** The same call when nothing tells how it was answered. */
function unanswered(exchange: Exchange): Exchange {
  return { ...exchange, response: null, failure: { class: 'cancelled', detail: 'stopped' } };
}
/** The same exchange with another status. */
function answeredWith(status: number, exchange: Exchange): Exchange {
  const { response } = exchange;
  return { ...exchange, response: response === null ? null : { ...response, status } };
}
/** The same exchange, begun that many milliseconds later. */
function later(exchange: Exchange, ms: number): Exchange {
  return { ...exchange, startedAt: new Date(Date.parse(exchange.startedAt) + ms).toISOString() };
}

const cases: readonly (readonly [string, readonly Exchange[], readonly string[]])[] = [
  ['an entity nobody saw before changes nothing', [seen(1)], []],
  [
    'a replayed answer shows no state of the target',
    [created, { ...seen(1), replayed: true }, seen(4)],
    ['none>draft created'],
  ],
  [
    'every state seen',
    [created, seen(4), submitted, seen(0), seen(3), forced('pass'), seen(0), seen(1)],
    [
      'none>draft created',
      'draft>pending submitted',
      'pending>under-review review-opened',
      'under-review>pending pass-forced',
      'pending>approved approved',
    ],
  ],
  [
    'the transitional state missed between polls',
    [seen(4), submitted, seen(3)],
    ['draft>pending submitted*', 'pending>under-review review-opened*'],
  ],
  [
    'a forced failure is not taken for a forced pass',
    [seen(3), forced('fail'), seen(2)],
    ['under-review>pending fail-forced*', 'pending>compliance-decline declined*'],
  ],
  [
    'several calls between two readings',
    [created, submitted, forced('pass'), seen(1)],
    [
      'none>draft created*',
      'draft>pending submitted*',
      'pending>under-review review-opened*',
      'under-review>pending pass-forced*',
      'pending>approved approved*',
    ],
  ],
  [
    'a call that nothing answered may have taken effect',
    [seen(4), unanswered(submitted), seen(3)],
    ['draft>pending submitted*', 'pending>under-review review-opened*'],
  ],
  [
    'a call that nothing answered may have had no effect',
    [card(1), unanswered(blocked), card(1), blocked, card(2), unanswered(blocked), card(3)],
    ['active>on-hold blocked', 'on-hold>closed closed-on-hold'],
  ],
  [
    'a call that never arrived changed nothing',
    [seen(4), { ...unanswered(submitted), failure: { class: 'refused', detail: 'nobody listens' } }, seen(3)],
    ['draft>under-review unlisted'],
  ],
  [
    "a call that a gateway answered in the platform's place may have taken effect",
    [seen(4), answeredWith(504, submitted), seen(3)],
    ['draft>pending submitted*', 'pending>under-review review-opened*'],
  ],
  [
    'a call that a failing server answered shows no state, and creates nothing',
    [answeredWith(500, created), answeredWith(503, seen(1)), seen(4)],
    [],
  ],
  [
    'a call that a rate limit turned away changed nothing',
    [seen(4), answeredWith(429, submitted), seen(3)],
    ['draft>under-review unlisted'],
  ],
  ['a creation that nothing answered names nothing', [unanswered(issued), card(1)], []],
  ['a call that nothing answered is no reason to keep a state', [card(2), unanswered(blocked), card(2)], []],
  [
    'a change that was seen before the call under way was recorded',
    [seen(4), { ...later(seen(3), 5), id: 'x-000002' }, unanswered(submitted), seen(3)],
    [
      'draft>under-review unlisted',
      'draft>pending submitted* explains x-000002',
      'pending>under-review review-opened* explains x-000002',
    ],
  ],
  [
    'a call that began after the change was seen explains nothing',
    [card(1), card(2), later(blocked, 2), card(2)],
    ['active>on-hold unlisted', 'on-hold>on-hold kept-on-hold'],
  ],
  [
    'a call under way that leads elsewhere explains nothing',
    [card(3), card(1), blocked, card(2)],
    ['closed>active unlisted', 'active>on-hold blocked'],
  ],
  [
    'a call explains one change',
    [card(1), card(2), card(1), blocked, card(1)],
    ['active>on-hold unlisted', 'on-hold>active unlisted'],
  ],
  ['a change the table does not allow', [seen(4), seen(1)], ['draft>approved unlisted']],
  ['a value the table does not know', [seen(4), seen(12)], ['draft>unknown-value-12 unlisted']],
  ['an envelope word is no status', [seen(4), seen('success')], []],
  [
    'a refused call is no event',
    [seen(3), { ...forced('pass'), response: { status: 409, headers: {}, body: { kind: 'none' } } }, seen(2)],
    ['under-review>pending organic-decision*', 'pending>compliance-decline declined*'],
  ],
  [
    'a call that keeps the state',
    [seen(4), callOf('updateCardholder', 'PUT', '/cardholders/5'), seen(4)],
    ['draft>draft edited-draft'],
  ],
  ['a card', [issued, card(1), blocked, card(2)], ['none>active virtual-issued', 'active>on-hold blocked']],
  ['a call without effect so far', [card(1), blocked, card(1), card(2)], ['active>on-hold blocked']],
  [
    'a card seen in a list',
    [
      card(1),
      blocked,
      callOf('listCards', 'GET', '/cards', { answered: { items: [{ cardId: 9, issuerCardStatus: 2 }] } }),
    ],
    ['active>on-hold blocked'],
  ],
  [
    'what a list shows of objects that this run never touched',
    [
      callOf('listCards', 'GET', '/cards', { answered: { items: [{ cardId: 8, issuerCardStatus: 0 }] } }),
      callOf('listCards', 'GET', '/cards', { answered: { items: [{ cardId: 8, issuerCardStatus: 2 }] } }),
    ],
    [],
  ],
  [
    'a listener',
    [
      callOf('subscribeOtp', 'POST', '/otp/listeners', { answered: { token: 'L' } }),
      callOf('getOtp', 'GET', '/otp/L', { answered: { status: 'pending' } }),
      callOf('getOtp', 'GET', '/otp/L', { answered: { status: 'received', code: '[c1]' } }),
      callOf('getOtp', 'GET', '/otp/L', { answered: { status: 'received', code: '[c2]' } }),
      callOf('getOtp', 'GET', '/otp/L', { answered: { status: 'expired' } }),
      callOf('unsubscribeOtp', 'DELETE', '/otp/listeners/L', { status: 204 }),
    ],
    [
      'none>waiting subscribed',
      'waiting>received code-arrived',
      'received>received code-replaced',
      'received>expired code-lapsed',
      'expired>unsubscribed unsubscribed-expired',
    ],
  ],
  [
    'a transfer that completes later',
    [
      callOf('transferFromWallet', 'POST', '/wallets/transfer', { sent: {}, answered: { transId: 7, transStatus: 0 } }),
      callOf('listWalletTransactions', 'GET', '/wallets/transactions', {
        answered: { items: [{ transId: 7, transStatus: 1 }] },
      }),
    ],
    ['none>pending held', 'pending>approved completed'],
  ],
  [
    'a bank account',
    [
      callOf('registerBankAccount', 'POST', '/cardholders/5/register-bank-account', { answered: { depositId: 3 } }),
      callOf('simulateBankAccountConfirmation', 'POST', '/staging/bank-accounts/3/confirm', { answered: {} }),
    ],
    [
      'none>registration-pending bank-account-registered',
      'registration-pending>registration-confirmed bank-account-confirmed',
    ],
  ],
];

for (const [title, exchanges, expected] of cases) {
  test(`transitions: ${title}`, () => {
    assert.deepEqual(observed(exchanges), expected);
  });
}

test('a line names the exchange that showed the change', () => {
  const observe = createTransitionObserver(lifecycles);
  observe(card(1));
  observe(blocked);
  const [line] = observe({ ...card(2), id: 'x-000009' });
  assert.deepEqual(line, {
    ...{ entity: 'card', entityId: '9', from: 'active', to: 'on-hold', transition: 'blocked', collapsed: false },
    ...{ scenario: 's', exchangeId: 'x-000009', at: '2026-01-01T00:00:00.000Z' },
  });
});

test('every shard of a merged run is watched for itself, because the others were under way at the same time', () => {
  const observe = createTransitionObserver(lifecycles);
  const inShard = (shard: number, exchange: Exchange): Exchange => ({
    ...exchange,
    id: `x-${String(100 + shard)}000001`,
  });
  assert.deepEqual(observe(inShard(1, seen(4))), []);
  // Seen from one shard alone, an approved cardholder was always approved.
  assert.deepEqual(observe(inShard(2, seen(1))), []);
  assert.equal(observe(inShard(2, seen(2))).length > 0, true);
});
