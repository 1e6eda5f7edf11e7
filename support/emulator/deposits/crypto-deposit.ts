import { cardOf } from '../cards/find-card.js';
import { type Call, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import { requestedAmount } from '../money/requested-amount.js';
import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { allow } from '../transition.js';
import { advanceDeposit, amountOf } from './advance-deposit.js';
import { credit } from './credit.js';

/** Labels of one address; every EVM chain shares the EVM address. Source: docs/funding-and-deposits, C-06. */
const chainAddresses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    evm: ['evm', 'ethereum', 'arbitrum', 'polygon', 'base', 'bnb'],
    bitcoin: ['bitcoin'],
    solana: ['solana'],
  }).flatMap(([address, chains]) => chains.map((chain) => [chain, address] as const)),
);

/** Assets that convert one to one; everything else loses a small spread at conversion, as the page describes. */
const stablecoins: ReadonlySet<string> = new Set(['USDC', 'USDT', 'PYUSD']);
const spreadBasisPoints = 25;

/**
 * A transfer to one of the card's addresses, `amount` in the Program's currency: nothing at first, the ledger at ten
 * confirmations, both balances converged at finality and off-ramp. Any state but Closed receives (C-07).
 */
export function simulateCryptoDeposit(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  const chain = required(textMember(call.body, 'chain'), 'chain').toLowerCase();
  const asset = required(textMember(call.body, 'asset'), 'asset').toUpperCase();
  const amount = requestedAmount(call.body, 'amount');
  const address = chainAddresses.get(chain);
  if (!card.addresses.some((candidate) => candidate.chain === address))
    throw new Refusal('validation_failed', { problems: 'body member chain names no deposit address of the card' });
  const { to } = allow(program, { lifecycle: 'deposit', from: 'none', event: call.operationId });
  const deposit = program.store.deposits.add({
    id: program.platform.ids.next('deposit'),
    rail: 'crypto',
    destination: { kind: 'card', id: card.id },
    state: to,
    amount,
    suspenseReason: null,
    createdAt: call.now,
  });
  program.platform.schedule.after(call.now, delays.tenConfirmations, (at) => {
    confirm(program, deposit.id, asset, at);
  });
  return ok({ status: 'success', result: {} });
}

function confirm(program: Program, id: number, asset: string, at: number): void {
  const deposit = advanceDeposit(program, id, 'ten-confirmations', {
    'card-can-receive': () => (isClosed(program, id) ? 'the card is closed' : null),
    'card-closed': () => (isClosed(program, id) ? null : 'the card is not closed'),
  });
  if (deposit.state === 'suspense') {
    program.store.deposits.update(id, { suspenseReason: 'the card is closed' });
    return;
  }
  credit(program, deposit.destination, 'crypto-confirmed', { ledger: amountOf(deposit), available: 0 });
  program.platform.schedule.after(at, delays.finalityAndOffRamp, () => {
    offRamp(program, id, asset);
  });
}

function isClosed(program: Program, depositId: number): boolean {
  const destination = program.store.deposits.get(depositId)?.destination;
  return destination !== undefined && program.store.cards.get(destination.id)?.state === 'closed';
}

function offRamp(program: Program, id: number, asset: string): void {
  const deposit = advanceDeposit(program, id, 'finality-and-off-ramp');
  const amount = amountOf(deposit);
  const spread = stablecoins.has(asset) ? 0 : Math.ceil((amount * spreadBasisPoints) / 10_000);
  // The ledger was credited before conversion; the spread is only known now, so it adjusts and the two converge.
  credit(program, deposit.destination, 'crypto-converted', { ledger: -spread, available: amount - spread });
}
