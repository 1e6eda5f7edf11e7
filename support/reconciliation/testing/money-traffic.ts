import { toDecimal } from '../../contract/money/decimal-amount.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { FactsCollector } from '../facts/facts-collector.js';
import { reconcile, type ReconciledLedger } from '../reconcile.js';

/** What one made-up exchange about money differs in from an accepted read. */
export interface MoneyCall {
  readonly operationId: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly request?: Json;
  readonly status?: number;
  readonly answer?: Json;
  readonly replayed?: true;
}

const start = Date.parse('2026-11-21T08:00:00.000Z');

/** Made-up traffic in order, a second apart unless a call says otherwise; nothing of it ever went over a network. */
export function traffic(calls: readonly MoneyCall[]): Exchange[] {
  return calls.map(
    ({ operationId, path, query = {}, request, status = 200, answer = { status: 'success' }, replayed }, index) => ({
      ...{ id: `x-${String(index + 1).padStart(6, '0')}`, scenario: 'money', operationId, identity: 'program' },
      ...{ startedAt: new Date(start + index * 1000).toISOString(), durationMs: 5, attempt: 1 },
      request: { method: 'GET', url: `https://127.0.0.1/v2${path}`, path, query, headers: {}, body: bodyOf(request) },
      response: { status, headers: { date: new Date(start + index * 1000).toUTCString() }, body: bodyOf(answer) },
      ...{ failure: null, connection: null, expectedInvalid: null, judgement: null },
      ...(replayed === undefined ? {} : { replayed }),
    }),
  );
}

function bodyOf(value: Json | undefined): Exchange['request']['body'] {
  return value === undefined ? { kind: 'none' } : { kind: 'json', value, duplicateKeys: [] };
}

/** Reconciles made-up traffic; money may take 20 seconds. */
export function reconciled(calls: readonly MoneyCall[]): ReconciledLedger {
  const collector = new FactsCollector();
  for (const exchange of traffic(calls)) collector.listen(exchange);
  return reconcile(collector.facts, { currency: 'USD', depositSeconds: 20 });
}

/** The codes of all differences, in order. */
export function codesOf(calls: readonly MoneyCall[]): string[] {
  return reconciled(calls).reconciliation.differences.map(({ code }) => code);
}

/** Card 7 of cardholder 1 is issued, Active. */
export const issued: MoneyCall = {
  operationId: 'issueVirtualCard',
  path: '/cards/virtual/1',
  answer: { status: 'success', cardId: 7, issuerCardStatus: 1 },
};
/** Wallet 3 is created. */
export const walletCreated: MoneyCall = {
  operationId: 'createWallet',
  path: '/wallets',
  answer: { status: 'success', walletId: 3 },
};
/** A read of card 7's balances. */
export const card = (ledger: number, available: number, id = 7): MoneyCall => ({
  operationId: 'getCardBalance',
  path: `/cards/${String(id)}/balance`,
  answer: { ledgerBalance: ledger, availableBalance: available, currency: 0 },
});
/** A read of wallet 2's balances. */
export const wallet = (units: number, id = 2): MoneyCall => ({
  operationId: 'getWallet',
  path: `/wallets/${String(id)}`,
  answer: { walletId: id, ledgerBalance: units, availableBalance: units },
});
/** A crypto deposit to card 7. */
export const crypto = (units: number, asset = 'USDC', id = 7): MoneyCall => ({
  operationId: 'simulateCryptoDeposit',
  path: `/staging/cards/${String(id)}/crypto-deposit`,
  request: { chain: 'ethereum', asset, amount: toDecimal(units) },
});
/** A trace notification of a bank transfer to card 7. */
export const notice = (units: number): MoneyCall => ({
  operationId: 'notifyCardBankDeposit',
  path: '/cards/7/bank-deposit',
  request: { transactionAmount: units },
  answer: { depositId: 5, statusText: 'pending' },
});
/** A bank transfer to card 7. */
export const bank = (units: number, sender = 'A', reference = 'CARD 7'): MoneyCall => ({
  operationId: 'simulateBankDeposit',
  path: '/staging/bank-deposit',
  request: { cardId: 7, amount: toDecimal(units), senderAccountNumber: sender, reference },
});
/** Cardholder 1 registers a sending account. */
export const registered = (sender = 'A'): MoneyCall => ({
  operationId: 'registerBankAccount',
  path: '/cardholders/1/register-bank-account',
  request: { senderAccountNumber: sender },
  answer: { depositId: 9, statusText: 'pending' },
});
/** The registration of cardholder 1's account is confirmed. */
export const confirmed: MoneyCall = {
  operationId: 'simulateBankAccountConfirmation',
  path: '/staging/bank-accounts/9/confirm',
};
/** A purchase with card 7. */
export const spend = (
  units: number,
  details: { readonly outcome?: string; readonly merchantCurrency?: string } = {},
): MoneyCall => ({
  operationId: 'simulateCardSpend',
  path: '/staging/cards/7/spend',
  request: { amount: toDecimal(units), merchantName: 'Shop', outcome: 'approve', ...details },
});
/** A transfer of wallet 2 to card 7. */
export const transfer = (units: number, transStatus = 1, transId = 91): MoneyCall => ({
  operationId: 'transferFromWallet',
  path: '/wallets/transfer',
  request: { sourceWalletId: 2, destinationType: 1, destinationId: 7, amount: units, description: 'run-label' },
  answer: { transId, transStatus },
});

/** A call whose answer is not the platform's own: a gateway's 504, or 429. */
export const instead = ({ operationId, path, request }: MoneyCall, status: number): MoneyCall => ({
  ...{ operationId, path, status, answer: {} },
  ...(request === undefined ? {} : { request }),
});

function page(
  operationId: string,
  path: string,
  query: Readonly<Record<string, string>>,
  items: readonly Json[],
): MoneyCall {
  return { operationId, path, query, answer: { status: 'success', items, total: items.length, limit: 50, offset: 0 } };
}

/** All card transactions of card 7. */
export const transactions = (...items: readonly Json[]) =>
  page('listCardTransactions', '/cards/transactions', { cardId: '7' }, items);
/** All fees of card 7. */
export const fees = (...items: readonly Json[]) => page('listCardFees', '/cards/fees', { cardId: '7' }, items);
/** All movements of wallet 2. */
export const movements = (...items: readonly Json[]) =>
  page('listWalletTransactions', '/wallets/transactions', { walletId: '2' }, items);
/** A record of a purchase with card 7. */
export const purchase = (
  amount: string,
  transStatus = 2,
  transId = '41',
  details: Readonly<Record<string, Json>> = {},
): Json => ({
  ...{ cardId: 7, transId, authRefNum: `A${transId}`, amount, transStatus, description: 'Shop' },
  ...details,
});
/** A record of a fee on card 7. */
export const fee = (amount: string, authRefNum = 'A41', feeId = 60): Json => ({
  ...{ feeId, cardId: 7, authRefNum, feeType: 'fx', amount },
});
/** A record of a transfer of wallet 2 to card 7. */
export const movement = (amount: number, transId = 91, transStatus = 1): Json => ({
  ...{
    transId,
    amount,
    transStatus,
    sourceWalletId: 2,
    destinationType: 1,
    destinationId: 7,
    description: 'run-label',
  },
});

/** Enough calls for every deadline to pass. */
export const waited: readonly MoneyCall[] = Array.from({ length: 25 }, () => ({
  operationId: 'getCard',
  path: '/cards/1',
}));
/** Card 7 is issued and gets 50.00 from wallet 2. */
export const funded: readonly MoneyCall[] = [issued, wallet(9000), transfer(5000), wallet(4000), card(5000, 5000)];
/** What is wrong, the code that names it, and traffic that has it. */
export type PlantedFault = readonly [string, string, readonly MoneyCall[]];
