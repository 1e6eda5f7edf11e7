import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Exchange, Json } from '../../trace/exchange.js';
import { checkOf, type CheckId } from './all-checks.js';
import { exchangeFixture as made } from './exchange-fixture.js';
import { at, bare, code, gone, page, renewed } from './pair-builders.js';

const yes = made({ body: { status: 'success' } });
const ended = made({ operationId: 'unsubscribeOtp', body: { status: 'success' } });
const onePage = (offset: string, transId: string) => page([{ transId }], { query: { limit: '1', offset } }, 2);
const refusedAt = (offset: string) => made({ body: { status: 'error' }, status: 400, query: { limit: '1', offset } });
/** Cards by number, listed for a cardholder. */
const cardsOf = (cardholderId: string, numbers: string) =>
  page(
    numbers.split(' ').map((cardId) => ({ cardId })),
    { query: { cardholderId } },
  );
const turnedAway: Exchange = { ...made({ failure: 'tls' }), identity: 'next-certificate' };
const lapsed: Exchange = { ...made({ failure: 'lapsed' }), identity: 'program' };
const unbelieved: Exchange = { ...made({ failure: 'untrusted' }), identity: 'next-certificate' };
const money = (amount: number) => made({ body: { ledgerBalance: amount, availableBalance: amount } });
const addresses = (...list: readonly string[]) =>
  made({ body: { cryptoAddresses: list.map((address) => ({ chain: 'c', address })) } });
const evm = `0x${'a'.repeat(40)}`;
// A Bitcoin address without the letters that Base58 leaves out: it looks like a Solana address as well.
const bitcoin = 'bc1qxy2kgdygjrsqtzq2n9yrf2493p83kkfjhx7wah';

interface Weak {
  readonly why: string;
  readonly check: CheckId;
  readonly exchanges: readonly Exchange[];
  readonly arguments?: Readonly<Record<string, Json>>;
  readonly outcome: 'met' | 'undetermined' | 'violated';
}

const cases: readonly Weak[] = [
  {
    why: 'two links under a name that no page gives',
    check: 'replacement-link-differs',
    exchanges: ['a', 'b'].map((path) => made({ body: { status: 'success', kycUrl: `https://kyc.example/${path}` } })),
    outcome: 'met',
  },
  {
    why: 'one link twice under a name that no page gives',
    check: 'replacement-link-differs',
    exchanges: ['a', 'a'].map((path) => made({ body: { status: 'success', kycUrl: `https://kyc.example/${path}` } })),
    outcome: 'violated',
  },
  {
    why: 'a server that drops whoever shows no certificate, and answers who does',
    check: 'no-certificate-no-http',
    exchanges: [bare({ failure: 'reset' }), yes, bare({ failure: 'reset' })],
    outcome: 'met',
  },
  {
    why: 'a name that did not resolve, for a call without a certificate',
    check: 'no-certificate-no-http',
    exchanges: [bare({ failure: 'dns' }), yes, bare({ failure: 'dns' })],
    outcome: 'undetermined',
  },
  {
    why: 'one broken connection, for a call without a certificate',
    check: 'no-certificate-no-http',
    exchanges: [bare({ failure: 'tls' }), yes],
    outcome: 'undetermined',
  },
  {
    why: 'a server that hung up on everybody, for a call without a certificate',
    check: 'no-certificate-no-http',
    exchanges: [bare({ failure: 'tls' }), made({ failure: 'tls' }), bare({ failure: 'tls' })],
    outcome: 'undetermined',
  },
  {
    why: 'a server whose certificate we refused ourselves, for a call without a certificate',
    check: 'no-certificate-no-http',
    exchanges: [bare({ failure: 'untrusted' }), yes, bare({ failure: 'untrusted' })],
    outcome: 'undetermined',
  },
  {
    why: 'a server whose certificate we refused ourselves, for a second certificate',
    check: 'both-certificates-accepted',
    exchanges: [yes, unbelieved, yes, unbelieved],
    outcome: 'undetermined',
  },
  {
    why: 'a first certificate that has expired meanwhile',
    check: 'both-certificates-accepted',
    exchanges: [lapsed, renewed, lapsed, renewed],
    outcome: 'undetermined',
  },
  {
    why: 'a second certificate whose connection broke once',
    check: 'both-certificates-accepted',
    exchanges: [yes, turnedAway],
    outcome: 'undetermined',
  },
  {
    why: 'a second certificate whose connection broke once, and not again',
    check: 'both-certificates-accepted',
    exchanges: [yes, turnedAway, yes, renewed],
    outcome: 'met',
  },
  {
    why: 'a second certificate that is turned away twice while the first is answered',
    check: 'both-certificates-accepted',
    exchanges: [yes, turnedAway, yes, turnedAway],
    outcome: 'violated',
  },
  {
    why: 'a gateway in place of an answer to a transfer',
    check: 'transfer-status-known',
    exchanges: [made({ operationId: 'transferFromWallet', status: 502 })],
    outcome: 'undetermined',
  },
  {
    why: 'a server error in place of the documented conflict',
    check: 'locked-edit-conflicts',
    exchanges: [made({ status: 503 })],
    outcome: 'undetermined',
  },
  {
    why: 'a limit nobody tried to exceed',
    check: 'excess-limit-never-in-force',
    exchanges: [made({ status: 500, request: { transactionLimit: 10 } }), made({ body: { transactionLimit: 9 } })],
    arguments: { ceiling: 9 },
    outcome: 'undetermined',
  },
  {
    why: 'a short list behind a limit above the maximum',
    check: 'page-limit-respected',
    exchanges: [made({ status: 500, query: { limit: '201' } })],
    outcome: 'undetermined',
  },
  {
    why: 'no code where there was none to give',
    check: 'no-code-after-unsubscribe',
    exchanges: [yes, yes],
    outcome: 'undetermined',
  },
  {
    why: 'a card that keeps its token, ended once more after its code was read',
    check: 'no-code-after-unsubscribe',
    exchanges: [ended, code(9, at(1)), ended, gone(at(2))],
    outcome: 'met',
  },
  {
    why: 'a card that keeps its token and gives a code after its second end',
    check: 'no-code-after-unsubscribe',
    exchanges: [ended, code(9, at(1)), ended, code(9, at(2))],
    outcome: 'violated',
  },
  {
    why: 'a card that keeps its token, whose first end alone was asked for',
    check: 'no-code-after-unsubscribe',
    exchanges: [ended, code(9, at(1)), code(9, at(2))],
    outcome: 'undetermined',
  },
  ...(['pages-join-without-loss', 'total-constant-over-pages'] as const).map((check) => ({
    why: 'an offset behind the last row that is refused',
    check,
    exchanges: [onePage('0', 'a'), onePage('1', 'b'), refusedAt('2')],
    arguments: { key: 'transId' },
    outcome: 'met' as const,
  })),
  {
    why: 'a page in the middle that is refused',
    check: 'pages-join-without-loss',
    exchanges: [onePage('0', 'a'), refusedAt('1')],
    arguments: { key: 'transId' },
    outcome: 'undetermined',
  },
  ...(
    [
      ['7', 'met'],
      ['7 8', 'violated'],
    ] as const
  ).map(([shown, outcome]) => ({
    why: `cards ${shown} in the list of a cardholder who has card 7, which do not show whose they are`,
    check: 'filter-obeyed' as const,
    exchanges: [cardsOf('1', shown), cardsOf('2', '8')],
    arguments: {
      key: 'cardId',
      known: [
        { member: 'cardholderId', value: 1, id: 7 },
        { member: 'cardholderId', value: 2, id: 8 },
      ],
    },
    outcome,
  })),
  {
    why: 'a phone number that an update of the alias took away',
    check: 'update-keeps-the-rest',
    exchanges: [
      made({ body: { alias: 'a', phoneNum: '4155550100' } }),
      made({ body: { status: 'success' }, request: { alias: 'b' } }),
      made({ body: { alias: 'b', phoneNum: null } }),
    ],
    outcome: 'violated',
  },
  {
    why: 'a single credit that was never read again',
    check: 'credited-once',
    exchanges: [money(0), money(5)],
    arguments: { amount: 5 },
    outcome: 'undetermined',
  },
  {
    why: 'one certificate used twice',
    check: 'both-certificates-accepted',
    exchanges: [yes, yes],
    outcome: 'undetermined',
  },
  {
    why: 'a server error in place of a hidden record',
    check: 'foreign-cardholder-hidden',
    exchanges: [made({ status: 500 })],
    outcome: 'undetermined',
  },
  {
    why: 'a refused list',
    check: 'list-envelope-complete',
    exchanges: [made({ status: 401, body: { status: 'error' } })],
    outcome: 'undetermined',
  },
  ...([401, 403, 500, 503] as const).flatMap((status) =>
    (['production-list-answers-200', 'simulation-absent-in-production'] as const).map((check) => ({
      why: `HTTP ${String(status)}, which stops before the API`,
      check,
      exchanges: [made({ status })],
      outcome: 'undetermined' as const,
    })),
  ),
  ...([200, 204, 302, 400, 405, 409, 422, 429] as const).map((status) => ({
    why: `HTTP ${String(status)}`,
    check: 'simulation-absent-in-production' as const,
    exchanges: [made({ status })],
    outcome: 'violated' as const,
  })),
  {
    why: 'a broken connection',
    check: 'simulation-absent-in-production',
    exchanges: [made({ failure: 'reset' })],
    outcome: 'undetermined',
  },
  {
    why: 'a 404 that misses the path',
    check: 'simulation-absent-in-production',
    exchanges: [made({ status: 404, body: { status: 'error', message: 'Cannot POST /v2/staging/kyc/validate' } })],
    outcome: 'met',
  },
  {
    why: 'a 404 that misses the cardholder',
    check: 'simulation-absent-in-production',
    exchanges: [made({ status: 404, body: { status: 'error', message: 'No such cardholder.' } })],
    outcome: 'met',
  },
  {
    why: 'HTTP 200, which misses nothing',
    check: 'simulation-path-missing',
    exchanges: [made({ status: 200 })],
    outcome: 'undetermined',
  },
  {
    why: 'a path that is our own assumption and does not exist',
    check: 'token-route-answers',
    exchanges: [made({ status: 404 })],
    outcome: 'undetermined',
  },
  {
    why: 'a status in passing when the wait was over',
    check: 'organic-result-accepted',
    exchanges: [made({ body: { status: 0 } })],
    outcome: 'undetermined',
  },
  {
    why: 'a submission after an error that got no answer',
    check: 'submission-error-answered',
    exchanges: [made({ body: { status: 6 } }), made({ operationId: 'submitKyc', failure: 'reset' })],
    arguments: { cardholderId: 7 },
    outcome: 'undetermined',
  },
  {
    why: 'a Bitcoin address that reads as Base58, and one EVM address shared by two chains',
    check: 'addresses-cover-default-chains',
    exchanges: [addresses(evm, evm, bitcoin, '7'.repeat(40))],
    outcome: 'met',
  },
  {
    why: 'an address of a further chain that writes Base58 as well',
    check: 'addresses-cover-default-chains',
    exchanges: [addresses(evm, bitcoin, '7'.repeat(40), `T${'K'.repeat(33)}`)],
    outcome: 'met',
  },
  {
    why: 'lists that are always empty',
    check: 'filter-obeyed',
    exchanges: [made({ body: { items: [] }, query: { status: '4' } })],
    arguments: { key: 'id', known: [{ member: 'status', value: 4, id: 7 }] },
    outcome: 'violated',
  },
  {
    why: 'data sets without a single record',
    check: 'data-sets-disjoint',
    exchanges: ['listCardTransactions', 'listCardFees', 'listWalletTransactions'].map((operationId) =>
      made({ operationId, body: { items: [] } }),
    ),
    outcome: 'undetermined',
  },
];

for (const { why, check, exchanges, arguments: values = {}, outcome } of cases) {
  it(`${check} on ${why} is ${outcome}`, () => {
    const finding = checkOf(check).evaluate({ exchanges, arguments: values });
    assert.equal(finding.outcome, outcome, finding.received);
  });
}
