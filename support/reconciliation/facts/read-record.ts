import type { Json } from '../../trace/exchange.js';
import { idOf, type Members } from '../../trace/transitions/json-members.js';
import { asText } from '../../verdict/checks/answer.js';
import { creationTimeOf } from '../../verdict/checks/creation-time.js';
import { cardHolder, walletHolder, type HolderId } from '../holder.js';
import type { ApiRecord, DataSet } from './data-set.js';
import type { Sighted } from './money-facts.js';

/** Reads an item of a data set. Members the pages leave open may be missing (K-05). */
export function recordIn(dataSet: DataSet, item: Members, seen: Sighted): ApiRecord {
  const { source, destination } =
    dataSet === 'wallet-transactions' ? sidesOf(item) : { source: null, destination: cardOf(item) };
  const status = typeof item['transStatus'] === 'number' ? item['transStatus'] : null;
  const amount = dataSet === 'wallet-transactions' ? wholeUnits(item['amount']) : item['amount'];
  return {
    dataSet,
    id: numberOf(item) ?? otherIdentity(item),
    holders: [source, destination].filter((holder) => holder !== null),
    source,
    amount: typeof amount === 'number' || typeof amount === 'string' ? amount : '',
    status,
    authRefNum: asText(item['authRefNum']),
    description: asText(item['description']),
    feeType: asText(item['feeType']),
    merchantCurrency: typeof item['merchantCurrency'] === 'string' ? item['merchantCurrency'] : null,
    createdSeconds: secondsIn(item['dateCreated']),
    seen,
    seenAs: new Map([[status, seen]]),
    twiceIn: null,
  };
}

/**
 * Only the amounts of purchases and fees may be literal text (U-06); whatever else is money is decimal-implied, however it is
 * typed. Source: docs/accounts-wallets-and-deposit-addresses.
 */
function wholeUnits(amount: Json | undefined): Json | undefined {
  return typeof amount === 'string' && /^-?\d+$/.test(amount) ? Number(amount) : amount;
}

/** True for an item that has a number of its own: of a fee no page names one (K-05). */
export function isNumbered(item: Members): boolean {
  return numberOf(item) !== null;
}

function numberOf(item: Members): string | null {
  return idOf(item['feeId']) ?? idOf(item['transId']);
}

/** What tells a record without an id from another. */
function otherIdentity(item: Members): string {
  return ['authRefNum', 'dateCreated', 'amount'].map((name) => asText(item[name])).join('/');
}

function cardOf(item: Members): HolderId | null {
  const id = idOf(item['cardId']);
  return id === null ? null : cardHolder(id);
}

/** Both sides of a wallet movement; a deposit has no source, and one that names no destination is the wallet's own. */
function sidesOf(item: Members): { readonly source: HolderId | null; readonly destination: HolderId | null } {
  const [from, to, own] = [idOf(item['sourceWalletId']), idOf(item['destinationId']), idOf(item['walletId'])];
  const source = from === null ? null : walletHolder(from);
  if (to !== null) return { source, destination: item['destinationType'] === 1 ? cardHolder(to) : walletHolder(to) };
  return { source, destination: own === null || own === from ? null : walletHolder(own) };
}

/** A creation time in whole seconds; null for what cannot be read for certain (O-14). */
function secondsIn(value: Json | undefined): number | null {
  const time = creationTimeOf(value);
  return time?.certain === true ? Math.floor(time.seconds) : null;
}
