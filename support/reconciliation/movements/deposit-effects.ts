import { spreadOfAsset } from '../../contract/money/conversion-spread.js';
import { issuerCardStatus } from '../../verdict/checks/status-words.js';
import type { MoneyFacts } from '../facts/facts-collector.js';
import type { DepositFact, Registration } from '../facts/money-facts.js';
import { idIn, isCard } from '../holder.js';
import type { MovementEffect } from './movement.js';

/**
 * Where a deposit goes by the documented rules: a bank transfer to a card from a sender this cardholder never registered, or
 * without the reference that names its destination, is held in suspense. Source: docs/funding-and-deposits.
 */
export function effectOfDeposit(deposit: DepositFact, facts: MoneyFacts): MovementEffect {
  if (deposit.outcome === 'refused') return 'nothing';
  if (deposit.rail === 'crypto') return 'moves';
  if (!namesDestination(deposit)) return 'suspense';
  const cardholderId = facts.openings.get(deposit.holder)?.cardholderId;
  // Of a card that was there before the run nobody here knows which accounts are registered.
  if (!isCard(deposit.holder) || cardholderId === undefined || cardholderId === null) return 'moves';
  return registrationsOf(deposit, facts).length > 0 ? 'moves' : 'suspense';
}

function namesDestination({ reference, holder }: DepositFact): boolean {
  return reference.split(/[^0-9A-Za-z]+/).includes(idIn(holder));
}

/**
 * True for a deposit that may be held in suspense or credited: to a card that was not Active (C-07), or from an account whose
 * confirmation by SMS nobody here can see (U-11).
 */
export function mayStay(deposit: DepositFact, facts: MoneyFacts): boolean {
  if (isToInactiveCard(deposit, facts)) return true;
  const registrations = registrationsOf(deposit, facts);
  return registrations.length > 0 && registrations.every(({ confirmed }) => !confirmed);
}

function registrationsOf({ rail, holder, sender }: DepositFact, facts: MoneyFacts): readonly Registration[] {
  const cardholderId = facts.openings.get(holder)?.cardholderId;
  if (rail !== 'bank') return [];
  return facts.registrations.filter((each) => each.cardholderId === cardholderId && each.sender === sender);
}

function isToInactiveCard({ holder, seen }: DepositFact, { cardStates }: MoneyFacts): boolean {
  const last = cardStates.findLast((state) => state.holder === holder && state.seen.order < seen.order);
  return last !== undefined && last.issuerCardStatus !== issuerCardStatus.Active;
}

/** Largest share of a deposit that its conversion lets expect, in basis points; 0 on the bank rail. */
export function spreadOf({ rail, asset }: DepositFact): number {
  return rail === 'bank' ? 0 : spreadOfAsset(asset);
}
