import type { OperationId } from '../../client/typed-call.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { at, numberMember, textMember } from '../../verdict/checks/answer.js';
import { cardholderStatus, issuerCardStatus } from '../../verdict/checks/status-words.js';

/** What a look at the target says about a call whose answer was lost. */
export type Outcome = 'took-effect' | 'never-made' | 'undecided';

/** Found by its run label in a list. */
export interface ByLabel {
  readonly by: 'label';
  /** Kind as in the contract's `x-creates`. */
  readonly kind: string;
  readonly list: OperationId;
  /** What narrows the list, from the call's path and body. */
  readonly narrow: (call: CallParts) => Readonly<Record<string, string | number>>;
  /** The member that carries the label, in the request's body and in the list's items alike. */
  readonly label: string;
  /** The member of an item that is its id. */
  readonly id: string;
  /** True where nobody else adds to the narrowed list: an item without the label that we do not know is ours. */
  readonly exclusive: boolean;
}

/** Decided by a read of what the call would have changed. */
export interface ByState {
  readonly by: 'state';
  readonly kind: 'cardholder' | 'card';
  readonly read: OperationId;
  readonly outcome: (read: Exchange, call: CallParts) => Outcome;
}

/** Nothing that can be read decides it. */
export interface ByNothing {
  readonly by: 'nothing';
  readonly why: string;
}

/** How a lost answer is decided. */
export type Recovery = ByLabel | ByState | ByNothing;

/** The call in question, as the steps would make it now. */
export interface CallParts {
  readonly path: Readonly<Record<string, string | number>>;
  readonly body: Json;
}

const card: Omit<ByLabel, 'list'> & { readonly list: 'listCards' } = {
  ...{ by: 'label', kind: 'card', list: 'listCards', label: 'alias', id: 'cardId', exclusive: true },
  narrow: ({ path }) => ({ cardholderId: path['cardholderId'] ?? '' }),
};

const noList = (what: string): ByNothing => ({ by: 'nothing', why: `no call lists ${what}` });
const money: ByNothing = {
  by: 'nothing',
  why: 'it moves money, and nothing of it can be told from another by a label',
};

/** Where each result that can be forced leads. Source: docs/simulation-endpoints. */
const forcedStatus = [
  { result: 'pass', status: cardholderStatus.Approved },
  { result: 'fail', status: cardholderStatus['Compliance Decline'] },
] as const;

/**
 * How a lost answer is decided, for every writing operation of the contract (a test demands it). What the table does not
 * decide is never sent again.
 */
export const lostAnswers: Readonly<Record<string, Recovery>> = {
  createCardholder: {
    ...{ by: 'label', kind: 'cardholder', list: 'listCardholders', label: 'emailAdr', id: 'cardholderId' },
    ...{ narrow: () => ({}), exclusive: false },
  },
  issueVirtualCard: card,
  issuePhysicalCard: card,
  createWallet: {
    ...{ by: 'label', kind: 'wallet', list: 'listWallets', label: 'name', id: 'walletId' },
    ...{ narrow: () => ({}), exclusive: false },
  },
  transferFromWallet: {
    ...{ by: 'label', kind: 'transfer', list: 'listWalletTransactions', label: 'description', id: 'transId' },
    narrow: ({ body }) => {
      const source = at(body, '/sourceWalletId');
      return typeof source === 'number' ? { walletId: source } : {};
    },
    exclusive: false,
  },
  submitKyc: byStatus('cardholder', 'getCardholder', 'status', () => ({
    tookEffect: [cardholderStatus['Under Review']],
    neverMade: [cardholderStatus.Draft, cardholderStatus['Compliance Decline']],
  })),
  simulateKycResult: byStatus('cardholder', 'getCardholder', 'status', ({ body }) => ({
    tookEffect: forcedStatus.filter(({ result }) => result === at(body, '/result')).map(({ status }) => status),
    neverMade: [cardholderStatus['Under Review']],
  })),
  activateCard: byStatus('card', 'getCard', 'issuerCardStatus', () => ({
    tookEffect: [issuerCardStatus.Active],
    neverMade: [issuerCardStatus['Not Activated']],
  })),
  setCardStatus: byStatus('card', 'getCard', 'issuerCardStatus', ({ body }) => ({
    tookEffect: [Number(at(body, '/newStatus'))],
    neverMade: [issuerCardStatus.Active, issuerCardStatus['On Hold']],
  })),
  updateCardholder: { by: 'state', kind: 'cardholder', read: 'getCardholder', outcome: byMembers },
  updateCard: { by: 'state', kind: 'card', read: 'getCard', outcome: byMembers },
  updateCardPin: { by: 'nothing', why: 'no call shows which PIN is in force' },
  refreshKycUrl: { by: 'nothing', why: 'no call shows which link is in force' },
  submitSumsubToken: { by: 'nothing', why: 'no call shows which token was taken' },
  registerBankAccount: noList('registered bank accounts'),
  registerWalletAddress: noList('registered wallet addresses'),
  subscribeOtp: noList('subscriptions'),
  unsubscribeOtp: noList('subscriptions'),
  createSupportTicket: noList('tickets'),
  notifyCardBankDeposit: noList('announced deposits'),
  notifyCardBlockchainDeposit: noList('announced deposits'),
  notifyWalletBankDeposit: noList('announced deposits'),
  notifyWalletBlockchainDeposit: noList('announced deposits'),
  simulateCryptoDeposit: money,
  simulateBankDeposit: money,
  simulateCardSpend: money,
  simulateOtpChallenge: money,
  simulateBankAccountConfirmation: { by: 'nothing', why: 'no call shows whether an account is confirmed' },
};

interface Statuses {
  readonly tookEffect: readonly number[];
  readonly neverMade: readonly number[];
}

/** Decided by a status; one that is in both lists, or in none, decides nothing but the first. */
function byStatus(
  kind: ByState['kind'],
  read: ByState['read'],
  name: string,
  statusesOf: (call: CallParts) => Statuses,
): ByState {
  const outcome = (exchange: Exchange, call: CallParts): Outcome => {
    const status = numberMember(exchange, name);
    const { tookEffect, neverMade } = statusesOf(call);
    if (status === undefined) return 'undecided';
    if (tookEffect.includes(status)) return 'took-effect';
    return neverMade.includes(status) ? 'never-made' : 'undecided';
  };
  return { by: 'state', kind, read, outcome };
}

/** The reference demands the calling code with every update (E-08): it says nothing about what was meant to change. */
const always: ReadonlySet<string> = new Set(['callingCode']);

/** Decided by whether the record shows what the update asked for. */
function byMembers(read: Exchange, { body }: CallParts): Outcome {
  if (typeof body !== 'object' || body === null) return 'undecided';
  const wanted = Object.entries(body as Readonly<Record<string, Json>>).filter(([name]) => !always.has(name));
  const shown = wanted.map(([name, value]) => {
    const is = typeof value === 'number' ? numberMember(read, name) : textMember(read, name);
    return [value, is] as const;
  });
  if (wanted.length === 0 || shown.some(([, is]) => is === undefined)) return 'undecided';
  return shown.every(([value, is]) => value === is) ? 'took-effect' : 'never-made';
}
