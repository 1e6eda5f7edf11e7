import type { Exchange, Json } from '../../trace/exchange.js';
import { numberBefore } from '../../trace/shard-numbers.js';
import { at, no } from '../checks/pair-builders.js';
import { exchanges, told, type InvariantPair } from './traffic.js';

const start = 1_767_225_600;
const holder = told('createCardholder', '/cardholders', { cardholderId: 7 });
const issued = (cardId: number) => told('issueVirtualCard', '/cards/virtual/7', { cardId });
const refused = { ...no, operationId: 'issueVirtualCard', request: { ...no.request, path: '/cards/virtual/7' } };
const cards = (ids: readonly number[], envelope: Readonly<Record<string, Json>> = {}, query = {}) =>
  told(
    'listCards',
    '/cards',
    { items: ids.map((cardId) => ({ cardId })), total: ids.length, limit: 50, offset: 0, ...envelope },
    { query, date: at(start + 3600) },
  );
const own = { cardholderId: '7' };

const asked = (exchange: Exchange): Exchange => ({ ...exchange, ordinal: 1 });

const inShard = (shard: number, exchange: Exchange): Exchange => ({
  ...exchange,
  id: `x-${String(numberBefore(shard) + 1)}`,
});

/** Traffic for the invariants about lists. */
export const listPairs: Readonly<Record<string, InvariantPair>> = {
  'list-says-what-was-asked': {
    met: exchanges(
      cards([1], { limit: 2, offset: 4 }, { limit: '2', offset: '4' }),
      cards([]),
      cards([], {}, { limit: '500' }),
    ),
    violated: exchanges(cards([1], { limit: 20 })),
  },
  'list-total-counts-matches': {
    met: exchanges(cards([1]), cards([1], { total: 9 }), cards([1], { total: 9, limit: 1 }, { limit: '1' })),
    violated: exchanges(cards([1]), cards([1], { total: 9 }), cards([1, 2], { total: 9 })),
  },
  'list-shows-each-once': { met: exchanges(cards([1, 2])), violated: exchanges(cards([1, 2, 1])) },
  'list-lacks-nothing': {
    // What a shard made is missing in no list of another one.
    met: exchanges(
      inShard(1, issued(9)),
      inShard(2, issued(8)),
      inShard(2, cards([8])),
      issued(1),
      cards([1]),
      cards([], {}, { issuerCardStatus: '1' }),
      cards([], {}, { after: String(start - 5) }),
      cards([], {}, { cardholderId: '8' }),
      cards([2], { total: 60 }),
    ),
    violated: exchanges(issued(1), issued(2), cards([1]), cards([1], {}, own)),
  },
  'only-issued-cards': {
    // A card that only the search for a lost call's object shows was issued by that call.
    met: exchanges(holder, issued(1), refused, asked(cards([1], {}, own)), cards([1, 2]), cards([4], {}, own)),
    violated: exchanges(holder, refused, asked(cards([3], {}, own)), asked(cards([3], {}, own))),
  },
};
