import type { Exchange, Json } from '../../trace/exchange.js';
import { exchangeFixture as made } from './exchange-fixture.js';
import { no, said, yes, type Pair } from './pair-builders.js';

/** A line of the client's log about an exchange. */
const line = (exchange: Exchange, answerClass: string, message = ''): Json => ({
  ...{ exchange: exchange.id, class: answerClass, message, ignored: [] },
});
const wallet = () => made({ operationId: 'createWallet', path: '/wallets', status: 503 });
const read = (status: number, seconds: number): Exchange => ({
  ...made({ status, body: { status: status === 200 ? 1 : 'error' } }),
  startedAt: new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString(),
});
const [created, again, failing, forbidden] = [wallet(), wallet(), made({ status: 503 }), made({ status: 403 })];
const errorWord = said({ status: 'error' });
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
};
