import { findCardholder } from '../cardholders/find-cardholder.js';
import type { JsonObject } from '../http/call.js';
import type { Program } from '../program.js';
import { wireValue } from '../transition.js';
import { type Card, contactMembers } from './card.js';
import { cardLimit } from './find-card.js';

/** cardStatus Approved: the emulator approves every issuance it accepts. Source: docs/cards-virtual-and-physical. */
const issuanceApproved = 1;

/** Twelve asterisks and the last four digits. */
function maskedNumber(card: Card): string {
  return `************${card.data.pan.slice(-4)}`;
}

/** Masked wire form of a card. */
export function viewCard(program: Program, card: Card): JsonObject {
  const { person } = findCardholder(program, card.cardholderId);
  const contact = contactMembers.map((name) => [name, card.contact[name] ?? person[name] ?? null] as const);
  return {
    cardId: card.id,
    cardholderId: card.cardholderId,
    type: card.kind,
    ...(card.slot === null ? {} : { cardType: card.slot }),
    cardStatus: issuanceApproved,
    issuerCardStatus: wireValue(program, 'card', card.state),
    maskedCardNumber: maskedNumber(card),
    nameOnCard: card.nameOnCard,
    alias: card.alias,
    transactionLimit: cardLimit(program, card),
    ...Object.fromEntries(contact),
    cryptoAddresses: card.addresses.map(({ chain, address }) => ({ chain, address })),
    createdDatetime: new Date(card.createdAt).toISOString(),
  };
}

/** What issuing answers. Source: docs/guide-issue-and-activate-a-physical-card. */
export function viewIssuedCard(program: Program, card: Card): JsonObject {
  return {
    status: 'success',
    cardId: card.id,
    type: card.kind,
    maskedCardNumber: maskedNumber(card),
    issuerCardStatus: wireValue(program, 'card', card.state),
    cryptoAddresses: card.addresses.map(({ chain, address }) => ({ chain, address })),
  };
}

/** The sensitive read: the only place where the emulator shows card data. */
export function viewCardDetails(program: Program, card: Card): JsonObject {
  const { pan, expMonth, expYear, cvv } = card.data;
  return { ...viewCard(program, card), cardNumber: pan, expMonth, expYear, cvv };
}
