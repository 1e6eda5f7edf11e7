import { findCardholder } from '../cardholders/find-cardholder.js';
import { cardholderLimit } from '../cardholders/limits.js';
import { type Call, numericId } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import type { Program } from '../program.js';
import type { Card } from './card.js';

/** The Program's card with that id; another Program's id is as unknown as one that never was (404). */
export function findCard(program: Program, id: number): Card {
  const card = program.store.cards.get(id);
  if (card === null) throw new Refusal('not_found', { what: 'card' });
  return card;
}

/** The card the path names. */
export function cardOf(call: Call, program: Program): Card {
  return findCard(program, numericId(call, 'card'));
}

/** The per-transaction limit in force for a card: its own, never above its cardholder's or the Program's. */
export function cardLimit(program: Program, card: Card): number {
  const parent = cardholderLimit(program, findCardholder(program, card.cardholderId));
  return Math.min(card.transactionLimit ?? parent, parent);
}
