import type { Fault, Faults } from './fault.js';
import { behaving, listed, mishearing, reshaping } from './plant-answers.js';

/** Faults of what lists say about objects that are known. */
export const knownObjectFaults: Faults = {
  'lists/total-of-cardholders-ignores-filter': reshaping('listCardholders', (members, _call, { store }) => ({
    ...members,
    total: store.cardholders.all().length,
  })),
  'lists/offset-of-envelope-always-zero': reshaping('listCardTransactions', (members) => ({ ...members, offset: 0 })),
  'lists/default-limit-of-20-cards': mishearing('listCards', (call) => ({
    ...call,
    query: { limit: '20', ...call.query },
  })),
  'lists/card-listed-twice': reshaping('listCards', (members) => {
    const items = listed(members, 'items');
    return { ...members, items: [...items, ...items.slice(0, 1)], total: Number(members['total']) + 1 };
  }),
  'lists/older-cardholders-not-listed': relistingOlder(),
};

/** Cardholders that were created more than a minute ago are on no list. */
function relistingOlder(): Fault {
  return behaving('listCardholders', (call, program, sound) => {
    const all = () => program.store.cardholders.all().filter(({ createdAt }) => createdAt > call.now - 60_000);
    return sound(call, { ...program, store: { ...program.store, cardholders: { ...program.store.cardholders, all } } });
  });
}
