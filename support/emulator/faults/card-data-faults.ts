import type { JsonObject } from '../http/call.js';
import type { Card } from '../cards/card.js';
import type { Program } from '../program.js';
import type { Fault, Faults } from './fault.js';
import { answering, relisting, reshaping, type Operations } from './plant-answers.js';

/** Faults that show card data, a PIN or a code where none may be. The data is the emulator's own: of no real card. */
export const cardDataFaults: Faults = {
  'card-data/full-number-in-masked-view': withCardData('getCard', ({ data }) => ({ maskedCardNumber: data.pan })),
  'card-data/too-many-digits-shown': withCardData('getCard', ({ data }) => ({
    maskedCardNumber: `${data.pan.slice(0, 6)}******${data.pan.slice(-4)}`,
  })),
  'card-data/number-in-masked-view': withCardData('getCard', ({ data }) => ({ cardNumber: data.pan })),
  'card-data/cvv-in-masked-view': withCardData('getCard', ({ data }) => ({ cvv: data.cvv })),
  'card-data/pin-in-details-view': withCardData('getCardDetails', ({ pin }) => ({ newPin: pin })),
  'card-data/pin-echoed-by-activation': withCardData('activateCard', ({ pin }) => ({ newPin: pin })),
  'card-data/pin-echoed-by-change': withCardData('updateCardPin', ({ pin }) => ({ newPin: pin })),
  'card-data/number-in-card-list': relisting('listCards', (items, _call, program) =>
    items.map((item) => ({ ...item, alias: cardNumbered(program, item['cardId'])?.data.pan ?? null })),
  ),
  'card-data/number-in-purchase': relisting('listCardTransactions', (items, _call, program) =>
    items.map((item) => ({
      ...item,
      description: `Purchase with ${cardNumbered(program, item['cardId'])?.data.pan ?? 'no card'}`,
    })),
  ),
  'card-data/number-in-balance': withCardData('getCardBalance', ({ data }) => ({ account: data.pan })),
  'card-data/number-in-header': answering('getCard', (reply, { pathId }, program) => {
    const card = cardNumbered(program, Number(pathId));
    return card === null ? reply : { ...reply, headers: { ...reply.headers, 'x-card': card.data.pan } };
  }),
};

function cardNumbered({ store }: Program, id: unknown): Card | null {
  return typeof id === 'number' ? store.cards.get(id) : null;
}

/** Adds members made of the data of the card in the path. */
function withCardData(operations: Operations, members: (card: Card) => JsonObject): Fault {
  return reshaping(operations, (shown, { pathId }, program) => {
    const card = cardNumbered(program, Number(pathId));
    return card === null ? shown : { ...shown, ...members(card) };
  });
}
