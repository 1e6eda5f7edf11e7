import type { Json } from '../../trace/exchange.js';

/** The numbers of two records, in the order they were made. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/**
 * In which order two cardholders stand, ascending, by each documented word. Name and status are the opposite of creation; no
 * page says that what is made later has the higher number.
 */
export function cardholderOrders(made: Pair): readonly Json[] {
  const [asMade, opposite] = [
    [made.first, made.second],
    [made.second, made.first],
  ];
  return ordersOf({ cardholderId: ascending(made, made), dateCreated: asMade, lastName: opposite, status: opposite });
}

/** The same of two cards; `owners` are their cardholders. */
export function cardOrders(made: Pair, owners: Pair): readonly Json[] {
  const [asMade, opposite] = [
    [made.first, made.second],
    [made.second, made.first],
  ];
  return ordersOf({
    ...{ cardId: ascending(made, made), createdDatetime: asMade, cardholderId: ascending(made, owners) },
    ...{ cardHolderLastName: opposite, issuerCardStatus: opposite },
  });
}

/** The two by a number that each of them has. */
function ascending({ first, second }: Pair, by: Pair): readonly number[] {
  return by.first < by.second ? [first, second] : [second, first];
}

function ordersOf(orders: Readonly<Record<string, readonly number[]>>): readonly Json[] {
  return Object.entries(orders).map(([by, order]) => ({ by, ascending: order }));
}
