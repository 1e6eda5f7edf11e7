import { findCard } from '../cards/find-card.js';
import { credit } from '../deposits/credit.js';
import type { Destination } from '../deposits/deposit.js';
import { type Call, integerMember, type JsonObject, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { allow, follow, wireValue } from '../transition.js';
import { findWallet } from './find-wallet.js';
import type { Wallet, WalletMovement } from './wallet.js';

/**
 * Moves money from a wallet to a card or another wallet, inside the platform and at once. A declined or failed one is
 * answered with its transStatus, not with an error. Source: docs/guide-transfer-funds.
 */
export function transferFromWallet(call: Call, program: Program): Reply {
  const source = findWallet(program, required(integerMember(call.body, 'sourceWalletId'), 'sourceWalletId'));
  const destination = destinationOf(call.body, program, source);
  const requestedAmount = required(integerMember(call.body, 'amount'), 'amount');
  if (requestedAmount < 1)
    throw new Refusal('validation_failed', { problems: 'body member amount must be above zero' });
  const description = textMember(call.body, 'description');
  const { to } = allow(program, {
    lifecycle: 'transfer',
    from: 'none',
    event: call.operationId,
    guards: transferGuards({ program, source, destination, amount: requestedAmount, description }),
  });
  const movement = program.store.walletMovements.add({
    id: program.platform.ids.next('transfer'),
    type: destination.kind === 'card' ? 'wallet-to-card' : 'wallet-to-wallet',
    sourceWalletId: source.id,
    destinationType: destination.kind === 'card' ? 1 : 0,
    destinationId: destination.id,
    depositId: null,
    state: to,
    requestedAmount,
    amount: movedAmount(to, requestedAmount),
    description,
    createdAt: call.now,
  });
  move(program, movement, destination, call.now);
  return ok({ transId: movement.id, transStatus: wireValue(program, 'transfer', to) });
}

function destinationOf(body: JsonObject, program: Program, source: Wallet): Destination {
  const type = required(integerMember(body, 'destinationType'), 'destinationType');
  const id = required(integerMember(body, 'destinationId'), 'destinationId');
  if (type === 1) return { kind: 'card', id: findCard(program, id).id };
  if (type !== 0) throw new Refusal('validation_failed', { problems: 'body member destinationType must be 0 or 1' });
  if (id === source.id)
    throw new Refusal('validation_failed', { problems: 'source and destination are the same wallet' });
  return { kind: 'wallet', id: findWallet(program, id).id };
}

interface Attempt {
  readonly program: Program;
  readonly source: Wallet;
  readonly destination: Destination;
  readonly amount: number;
  readonly description: string | null;
}

/** First words of a description by which a tester chooses what the platform would do by itself. */
const organicDescriptions = ['Organic-Pending', 'Organic-Partial', 'Organic-Error'];

/** Exactly one of these holds: destination first, then funds, then the chosen organic outcome. */
function transferGuards({ program, source, destination, amount, description }: Attempt) {
  const isReady = destination.kind === 'wallet' || program.store.cards.get(destination.id)?.state === 'active';
  const isFunded = source.account.availableBalance >= amount;
  const chosen = organicDescriptions.find((word) => word === description?.split(' ')[0]) ?? null;
  const holdsWhen = (condition: boolean, reason: string) => () => (condition ? null : reason);
  const organic = (word: string) => holdsWhen(isReady && isFunded && chosen === word, `not chosen: ${word}`);
  return {
    'destination-not-active': holdsWhen(!isReady, 'the destination is active'),
    'funds-insufficient': holdsWhen(isReady && !isFunded, 'the funds are sufficient'),
    'funds-sufficient': holdsWhen(isReady && isFunded && chosen === null, 'the funds are insufficient'),
    'organic-pending': organic('Organic-Pending'),
    'organic-partial': organic('Organic-Partial'),
    'organic-error': organic('Organic-Error'),
  };
}

/** How much of a requested amount moves by the state a transfer starts in, minor units. */
function movedAmount(state: string, requested: number): number {
  switch (state) {
    case 'approved':
    case 'pending':
      return requested;
    case 'partial':
      return Math.floor(requested / 2);
    case 'declined':
    case 'error':
      return 0;
    default:
      throw new Error(`a transfer cannot start in state ${state}`);
  }
}

function move(program: Program, movement: WalletMovement, destination: Destination, now: number): void {
  const { amount, sourceWalletId } = movement;
  if (sourceWalletId === null || amount === 0) return;
  const source: Destination = { kind: 'wallet', id: sourceWalletId };
  if (movement.state !== 'pending') {
    credit(program, source, 'transfer-out', { ledger: -amount, available: -amount });
    credit(program, destination, 'transfer-in', { ledger: amount, available: amount });
    touch(program, source, destination, now);
    return;
  }
  credit(program, source, 'transfer-held', { ledger: 0, available: -amount });
  program.platform.schedule.after(now, delays.pendingTransfer, (at) => {
    const { to } = follow(program, { lifecycle: 'transfer', from: movement.state, event: 'transfer-completed' });
    program.store.walletMovements.update(movement.id, { state: to });
    credit(program, source, 'transfer-out', { ledger: -amount, available: 0 });
    credit(program, destination, 'transfer-in', { ledger: amount, available: amount });
    touch(program, source, destination, at);
  });
}

function touch(program: Program, source: Destination, destination: Destination, at: number): void {
  for (const { kind, id } of [source, destination])
    if (kind === 'wallet') program.store.wallets.update(id, { modifiedAt: at });
}
