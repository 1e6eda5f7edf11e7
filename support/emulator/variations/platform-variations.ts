import type { Booking, Occasion } from '../deposits/booking.js';
import type { Emulation } from '../emulation.js';
import type { Program } from '../program.js';
import type { Transaction } from '../transactions/transaction.js';

/** A difference in what the platform itself does; `altered` is told each time it shows. */
export type PlatformVariation = (sound: Emulation, altered: () => void) => Emulation;

/** First ids beyond 32 bits. Fewer digits than a card number has, so that nobody takes one for the other. */
const longIdsFrom = 700_000_000_000;

/** So many ids that follow each other change their order; each is still another's. */
const scatter = 8;

/** What one kind of booking really is. */
function booking(
  occasion: Occasion,
  change: (asked: Booking, program: Program) => readonly Booking[],
): PlatformVariation {
  return (sound, altered) => ({
    ...sound,
    book: (asked, program) => {
      const booked = sound.book(asked, program);
      if (asked.occasion !== occasion) return booked;
      altered();
      return booked.flatMap((each) => change(each, program));
    },
  });
}

/** Takes more from both balances, or gives some back. */
function less(asked: Booking, by: number): Booking {
  return { ...asked, ledger: asked.ledger - by, available: asked.available - by };
}

/** What a purchase is posted with beside what it was authorised for, minor units. */
const tip = 7;

/** What the conversion of a stablecoin costs, basis points. */
const stablecoinSpread = 25;

/** Legal differences in ids, callbacks and what moves money, by id. */
export const platformVariations = {
  'long-ids': (sound, altered) => ({
    ...sound,
    idOf: (usual) => {
      altered();
      return longIdsFrom + sound.idOf(usual);
    },
  }),
  'scattered-ids': (sound, altered) => ({
    ...sound,
    idOf: (usual) => {
      altered();
      const id = sound.idOf(usual);
      return id - (id % scatter) + (scatter - 1 - (id % scatter));
    },
  }),
  'webhook-twice': (sound, altered) => ({
    ...sound,
    deliveries: (body) => {
      altered();
      return sound.deliveries(body).flatMap((delivery) => [delivery, delivery]);
    },
  }),
  'stablecoin-spread': booking('crypto-converted', (asked) => [
    less(asked, Math.ceil((asked.available * stablecoinSpread) / 10_000)),
  ]),
  'posted-amount-differs': (sound, altered) => {
    const changed = new Set<string>();
    return booking('spend-cleared', (asked, program) => {
      const { transactions } = program.store;
      const isNew = ({ id, cardId, state }: Transaction) =>
        cardId === asked.account.id && state === 'cleared' && !changed.has(id);
      const purchase = transactions.all().find(isNew);
      if (purchase === undefined) return [asked];
      changed.add(purchase.id);
      transactions.update(purchase.id, { amount: purchase.amount + tip });
      return [less(asked, tip)];
    })(sound, altered);
  },
  'off-ramp-fee': booking('crypto-converted', (asked, program) => {
    const card = program.store.cards.get(asked.account.id);
    const deposit = program.store.deposits.all().findLast(({ destination }) => destination.id === card?.id);
    if (card === null || deposit === undefined) return [asked];
    const { createdAt } = deposit;
    const [id, amount] = [program.platform.ids.next('fee'), Math.ceil(asked.available / 100)];
    const fee = { id, cardId: card.id, cardholderId: card.cardholderId, authRefNum: '', feeType: 'off-ramp' } as const;
    program.store.fees.add({ ...fee, amount, merchantAmount: amount, createdAt });
    return [less(asked, amount)];
  }),
} satisfies Readonly<Record<string, PlatformVariation>>;
