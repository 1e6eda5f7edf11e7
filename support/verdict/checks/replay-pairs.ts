import type { Finding } from '../../judgement/finding.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { exchangeFixture as made } from './exchange-fixture.js';
import { money, no, said, transfer, yes, type Pair } from './pair-builders.js';

const finding: Finding = {
  ...{ rule: 'response-undocumented-member', level: 'advisory', where: '/response/body/tier', contract: '', cause: '' },
  ...{ message: '', expected: '', received: '', provenance: 'documented', source: '', questions: [] },
};

/** A line of the client's log about an exchange. */
const line = (exchange: Exchange, answerClass: string, message = ''): Json => ({
  ...{ exchange: exchange.id, class: answerClass, message, ignored: ['/response/body/tier'] },
});
const wallet = () => made({ operationId: 'createWallet', path: '/wallets', status: 503 });
const read = (status: number, seconds: number): Exchange => ({
  ...made({ status, body: { status: status === 200 ? 1 : 'error' } }),
  startedAt: new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString(),
});
const [created, again, failing, forbidden] = [wallet(), wallet(), made({ status: 503 }), made({ status: 403 })];
const errorWord = said({ status: 'error' });
const added = (level: Finding['level']): Exchange => ({
  ...said({ cardholderId: 1, status: 1, tier: 'gold' }),
  judgement: { outcome: 'conforming', findings: [{ ...finding, level }] },
});
const [tolerated, rejected] = [added('advisory'), added('fail')];
const ordinary: Exchange = { ...yes, judgement: { outcome: 'conforming', findings: [] } };
/** Balances of both wallets before and after, and the answer: 4 of 10 asked for left the source, and `arrived`. */
const partial = (arrived: number) => [
  ...[money(20, 20, '/s'), money(0, 0, '/d')],
  ...[money(16, 16, '/s'), money(arrived, arrived, '/d'), transfer(3)],
];
const place = 'GET /cards/1';

/** Evidence for the checks on what our own client makes of recorded answers. */
export const replayPairs: Readonly<Record<string, Pair>> = {
  'answers-classified': {
    met: [no],
    violated: [no],
    arguments: { class: 'state-conflict', log: [line(no, 'state-conflict')] },
    violatedArguments: { class: 'state-conflict', log: [line(no, 'accepted')] },
  },
  'creation-never-repeated': {
    met: [created],
    violated: [created, again],
    arguments: { operation: 'createWallet', times: 1, received: ['POST /wallets'] },
  },
  'read-repeated-where-it-helps': {
    met: [failing, failing],
    violated: [failing],
    arguments: { operation: 'getCard', times: 2, received: [place, place] },
  },
  'both-causes-named': {
    met: [forbidden],
    violated: [forbidden],
    arguments: { log: [line(forbidden, 'network-refusal', 'the allowlist, or the reverse DNS')] },
    violatedArguments: { log: [line(forbidden, 'network-refusal', 'the allowlist')] },
  },
  'waits-before-repeating': { met: [read(429, 0), read(200, 2)], violated: [read(429, 0), read(200, 0.5)] },
  'read-succeeds-later': { met: [read(429, 0), yes], violated: [read(429, 0), read(404, 2)] },
  'error-word-is-a-refusal': {
    met: [errorWord],
    violated: [errorWord],
    arguments: { log: [line(errorWord, 'error-word')] },
    violatedArguments: { log: [line(errorWord, 'accepted')] },
  },
  'additions-ignored-and-logged': {
    met: [tolerated, ordinary],
    violated: [rejected, ordinary],
    arguments: { where: ['/response/body/tier'], log: [line(tolerated, 'accepted'), line(rejected, 'accepted')] },
  },
  'transfer-ending-handled': {
    met: partial(4),
    violated: partial(3),
    arguments: { amount: 10, source: '/s', destination: '/d', status: 3 },
  },
};
