import type { Exchange } from '../exchange.js';
import { accountReading } from './account-reading.js';
import { answerOf, idOf, requestOf, segment, succeeded, type Members } from './json-members.js';
import { sighting, type Sighting } from './sighting.js';

/** Balances of a card or wallet, minor units. */
interface Balances {
  readonly ledger: number;
  readonly available: number;
}

/** What the platform does by itself on each rail. */
const railEvents = {
  simulateCryptoDeposit: ['ten-confirmations', 'finality-and-off-ramp'],
  simulateBankDeposit: ['bank-detected', 'bank-cleared'],
} as const;

/** Money under way to a card or wallet. */
interface Deposit {
  readonly id: string;
  readonly rail: keyof typeof railEvents;
  state: 'in-flight' | 'ledger' | 'available';
}

interface Account {
  last: Balances | null;
  readonly deposits: Deposit[];
}

/**
 * Follows simulated deposits by the balances they move, since the API shows deposits in no other way: ledger first, then
 * available (docs/funding-and-deposits). A rise is put down to the oldest deposit still waiting for it.
 * Returns the sightings of each exchange; it remembers balances from one to the next.
 */
export function createDepositWatch(): (exchange: Exchange) => readonly Sighting[] {
  const accounts = new Map<string, Account>();
  const account = (key: string): Account => {
    const known = accounts.get(key) ?? { last: null, deposits: [] };
    accounts.set(key, known);
    return known;
  };
  return (exchange) => {
    if (!succeeded(exchange)) return [];
    switch (exchange.operationId ?? '') {
      case 'issueVirtualCard':
      case 'issuePhysicalCard':
        account(`card-${idOf(answerOf(exchange)['cardId']) ?? ''}`).last = { ledger: 0, available: 0 };
        return [];
      case 'createWallet':
        account(`wallet-${idOf(answerOf(exchange)['walletId']) ?? ''}`).last = { ledger: 0, available: 0 };
        return [];
      case 'simulateCryptoDeposit':
        return start(account, 'simulateCryptoDeposit', `card-${segment(exchange, 2) ?? ''}`, exchange.id);
      case 'simulateBankDeposit':
        return start(account, 'simulateBankDeposit', destinationOf(requestOf(exchange)), exchange.id);
      case 'transferFromWallet':
        return credit(account, exchange);
      default: {
        const reading = accountReading(exchange);
        return reading === null ? [] : read(account(reading.account), reading);
      }
    }
  };
}

function destinationOf(body: Members): string {
  const card = idOf(body['cardId']);
  return card === null ? `wallet-${idOf(body['walletId']) ?? ''}` : `card-${card}`;
}

function start(
  account: (key: string) => Account,
  rail: Deposit['rail'],
  key: string,
  exchangeId: string,
): readonly Sighting[] {
  const id = `${key}/${exchangeId}`;
  account(key).deposits.push({ id, rail, state: 'in-flight' });
  return [sighting('deposit', id, { created: true, event: rail, proven: true })];
}

/** A transfer raises balances too and must not be taken for a deposit. */
function credit(account: (key: string) => Account, exchange: Exchange): readonly Sighting[] {
  const { destinationType, destinationId, amount, sourceWalletId } = requestOf(exchange);
  if (typeof amount !== 'number') return [];
  const to = account(`${destinationType === 1 ? 'card' : 'wallet'}-${idOf(destinationId) ?? ''}`);
  const from = account(`wallet-${idOf(sourceWalletId) ?? ''}`);
  if (to.last !== null) to.last = { ledger: to.last.ledger + amount, available: to.last.available + amount };
  // What the source really paid is only known from its next reading.
  if (from.last !== null) from.last = { ledger: from.last.ledger - amount, available: from.last.available - amount };
  return [];
}

function read(account: Account, { ledger, available }: Balances): readonly Sighting[] {
  const before = account.last;
  account.last = { ledger, available };
  if (before === null) return [];
  const moved = new Set<Deposit>();
  const advance = (from: Deposit['state'], to: Deposit['state']): boolean => {
    const deposit = account.deposits.find((each) => each.state === from);
    if (deposit === undefined) return false;
    deposit.state = to;
    moved.add(deposit);
    return true;
  };
  if (ledger > before.ledger) advance('in-flight', 'ledger');
  // Both balances may rise between two readings: then the deposit passed the ledger unseen.
  if (available > before.available && !advance('ledger', 'available')) advance('in-flight', 'available');
  return [...moved].map((deposit) =>
    sighting('deposit', deposit.id, { value: deposit.state, organic: railEvents[deposit.rail] }),
  );
}
