import type { Exchange, Json } from '../../trace/exchange.js';
import { exchangeFixture as made, type ExchangeDetails } from './exchange-fixture.js';

/** For unit tests: evidence that meets a check and evidence that violates it. A check without both could not fail, or could not pass. */
export interface Pair {
  readonly met: readonly Exchange[];
  readonly violated: readonly Exchange[];
  readonly arguments?: Readonly<Record<string, Json>>;
  readonly violatedArguments?: Readonly<Record<string, Json>>;
  /** For a check that settles open questions: evidence of each reading, by question and reading (`C-05 active`). */
  readonly readings?: Readonly<Record<string, readonly Exchange[]>>;
}

/** An answer with this JSON body. */
export const said = (body: Json, details: ExchangeDetails = {}) => made({ body, ...details });
/** An accepted call. */
export const yes = said({ status: 'success' });
/** A refused call. */
export const no = said({ status: 'error' }, { status: 409 });
/** For checks that want an acceptance. */
export const accepts: Pair = { met: [yes], violated: [no] };
/** For checks that want a refusal. */
export const refuses: Pair = { met: [no], violated: [yes] };
/** A cardholder read. */
export const status = (value: number) => said({ status: value });
/** A card read. */
export const card = (value: number) => said({ issuerCardStatus: value });
/** For checks on the cardholder status read last. */
export const reads = (right: number, wrong: number): Pair => ({ met: [status(right)], violated: [status(wrong)] });
/** For checks on the card status read last. */
export const readsCard = (right: number, wrong: number): Pair => ({ met: [card(right)], violated: [card(wrong)] });
/** For checks on members an answer must carry. */
export const carries = (body: Json): Pair => ({ met: [said(body)], violated: [said({ status: 'success' })] });
/** A read of the two balances. */
export const money = (ledger: number, available: number, path = '/cards/1/balance') =>
  said({ ledgerBalance: ledger, availableBalance: available }, { path });
/** For checks on the order in which balances move. */
export const stages: Pair = {
  met: [money(0, 0), money(5, 0), money(5, 5)],
  violated: [money(0, 0), money(5, 5), money(5, 0)],
};
/** For checks that take a full credit or none. */
export const creditedOrNot: Pair = {
  met: [money(0, 0), money(5, 5)],
  readings: { 'C-07 credited': [money(0, 0), money(5, 5)], 'C-07 suspended': [money(0, 0), money(0, 0)] },
  violated: [money(0, 0), money(5, 0)],
  arguments: { amount: 5 },
};
/** For checks on balances that stay. */
export const unmoved: Pair = { met: [money(5, 5), money(5, 5)], violated: [money(5, 5), money(5, 4)] };
/** A list answer. */
export const page = (items: readonly Json[], details: ExchangeDetails = {}, total = items.length) =>
  said({ status: 'success', items, total, limit: 50, offset: 0 }, details);
/** A list of purchases. */
export const spends = (...items: readonly Json[]) => page(items, { operationId: 'listCardTransactions' });
/** A list of fees. */
export const fees = (...items: readonly Json[]) => page(items, { operationId: 'listCardFees' });
/** A list of wallet movements. */
export const movements = (...items: readonly Json[]) => page(items, { operationId: 'listWalletTransactions' });
/** The answer to a transfer. */
export const transfer = (transStatus: number) =>
  said({ transId: 1, transStatus }, { operationId: 'transferFromWallet' });
/** For checks on money that arrives. */
export const arrives: Pair = {
  met: [money(0, 0, '/d'), money(5, 5, '/d')],
  violated: [money(0, 0, '/d'), money(4, 4, '/d')],
  arguments: { amount: 5, destination: '/d' },
};
/** An EVM address. */
export const evm = `0x${'a'.repeat(40)}`;
/** A Solana address. */
export const solana = '7'.repeat(40);
/** An answer with deposit addresses. */
export const addresses = (...list: readonly string[]) =>
  said({ cryptoAddresses: list.map((address) => ({ chain: 'c', address })) });
/** A read with a one-time code. */
export const code = (expiresAt: number, date: string) =>
  said({ status: 'received', code: '847291', expiresAt }, { date });
/** A read after a code has lapsed. */
export const gone = (date: string) => said({ status: 'expired' }, { date });
/** A Date header of this second. */
export const at = (seconds: number) => new Date(seconds * 1000).toUTCString();
/** What the guard said to one attempt. */
export const decisions = (refused: boolean) => ({ decisions: [{ attempt: 'createCardholder', refused }] });
/** For checks on the guard. */
export const guarded: Pair = { met: [], violated: [], arguments: decisions(true), violatedArguments: decisions(false) };

/** A ticket that asks to close card 80. */
export const closing = said({}, { operationId: 'createSupportTicket', request: { message: 'Please close card 80.' } });
/** A callback about card 1. */
export const callback = made({ operationId: 'receiveOtpCallback', request: { cardId: 1 } });
/** A list asked for in an order. */
export const ordered = (sort: string, ...ids: readonly number[]) =>
  page(
    ids.map((id) => ({ id })),
    { query: { orderBy: 'id', sort } },
  );
/** A list item created at this second. */
export const created = (seconds: number) => ({ id: seconds, dateCreated: new Date(seconds * 1000).toISOString() });
/** A list asked for up to this second. */
export const windowed = (operationId: string, before: string) =>
  page([], { operationId, query: { after: '1', before } });
/** An accepted call with the next certificate. */
export const renewed: Exchange = { ...yes, identity: 'next-certificate' };
/** A call with a certificate of an unknown issuer. */
export const ofUnknownIssuer = (details: ExchangeDetails): Exchange => ({
  ...made(details),
  identity: 'unknown-issuer',
});
/** A call without a client certificate. */
export const bare = (details: ExchangeDetails): Exchange => ({ ...made(details), identity: 'no-certificate' });
