import { createHash } from 'node:crypto';
import { fromAmountText } from '../../contract/money/amount-text.js';
import type { Json } from '../../trace/exchange.js';
import { textOf } from '../http/text-of.js';
import {
  answering,
  isObject,
  isYes,
  jsonOf,
  membersOf,
  reshaping,
  type Variation,
  type JsonObject,
} from './variation.js';

/** Gives members other names, and values another form, in every object that has them. */
function renaming(names: Readonly<Record<string, string>>, form: (value: Json) => Json = (value) => value): Variation {
  return reshaping((object) =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => {
        const other = Object.hasOwn(names, name) ? names[name] : undefined;
        return other === undefined ? [name, value] : [other, form(value)];
      }),
    ),
  );
}

/** Rewrites members in place. */
function rewriting(names: readonly string[], form: (value: Json) => Json): Variation {
  return renaming(Object.fromEntries(names.map((name) => [name, name])), form);
}

/** Leaves the items of a list some of their members. */
function sparse(list: RegExp, members: readonly string[]): () => Variation {
  const kept = (item: Json) =>
    Object.fromEntries(Object.entries(membersOf(item)).filter(([name]) => members.includes(name)));
  return () =>
    answering((answer, { method, path }) => {
      const json = membersOf(jsonOf(answer));
      const { items } = json;
      if (method !== 'GET' || !list.test(path) || !Array.isArray(items)) return answer;
      return { ...answer, body: { json: { ...json, items: (items as readonly Json[]).map(kept) } } };
    });
}

const singleObject = /^\/(cardholders|cards|wallets)\/\d+(\/details)?$/;

/** Legal differences in the names, types and nesting of members, by name. */
export const memberVariations = {
  /** Single objects inside an envelope (K-05). */
  enveloped: () =>
    answering((answer, { method, path }) => {
      const json = jsonOf(answer);
      const wraps = method === 'GET' && singleObject.test(path) && isYes(answer) && json !== undefined;
      return wraps ? { ...answer, body: { json: { status: 'success', data: json } } } : answer;
    }),
  /** The label of the EVM address (C-06). */
  'chain-ethereum': () => rewriting(['chain'], (value) => (value === 'evm' ? 'ethereum' : value)),
  /** Members nobody documents, in every object. Source: docs/versioning-and-changelog (additions may come any time). */
  'extra-members': () =>
    reshaping((object) => ({ ...object, serverHint: 'edge-7', serverFacts: { shard: 3, labels: ['a', 'b'] } })),
  /** Amount texts of transactions and fees in smallest units (U-06). */
  'decimal-implied-amounts': () =>
    rewriting(['amount', 'merchantAmount'], (value) =>
      typeof value === 'string' ? String(fromAmountText(value) ?? value) : value,
    ),
  /** Names of a cardholder on reads (E-11). */
  'card-holder-names': () => renaming({ firstName: 'cardHolderFirstName', lastName: 'cardHolderLastName' }),
  /** Names of a wallet's balances (E-16). */
  'wallet-balance-names': () =>
    answering((answer, { path }) => {
      const json = jsonOf(answer);
      if (!path.startsWith('/wallets') || !isObject(json)) return answer;
      return { ...answer, body: { json: withWalletNames(json) } };
    }),
  /** A wallet shows no balance at all (E-16). */
  'wallets-without-balance': () =>
    answering((answer, { path }) => {
      const json = jsonOf(answer);
      if (!path.startsWith('/wallets') || !isObject(json)) return answer;
      const { ledgerBalance, availableBalance, ...rest } = json;
      return { ...answer, body: { json: ledgerBalance === undefined && availableBalance === undefined ? json : rest } };
    }),
  /** An address on a chain beyond the documented ones. Source: docs/versioning-and-changelog (enum values may be added). */
  'another-chain': () =>
    reshaping((object) => {
      const { cryptoAddresses: addresses } = object;
      if (!Array.isArray(addresses)) return object;
      // As every address, it is the card's alone.
      const own = createHash('sha256').update(JSON.stringify(addresses)).digest('hex').replaceAll('0', 'K');
      const tron = { chain: 'tron', address: `T${own.slice(0, 33)}` };
      return { ...object, cryptoAddresses: [...(addresses as readonly Json[]), tron] };
    }),
  /** The creation time of a card (C-19). */
  'date-created-of-cards': () => renaming({ createdDatetime: 'dateCreated' }),
  /** Timestamps as Unix seconds in text (O-14). */
  'unix-timestamps': () =>
    rewriting(['dateCreated', 'dateLastModified', 'createdDatetime'], (value) =>
      typeof value === 'string' ? String(Math.floor(Date.parse(value) / 1000)) : value,
    ),
  /** Timestamps in another zone, whole seconds only (O-14). */
  'timestamps-with-offset': () =>
    rewriting(['dateCreated', 'dateLastModified', 'createdDatetime'], (value) =>
      typeof value === 'string' ? inZone(Date.parse(value), 2) : value,
    ),
  /** Timestamps with a space, to the second, without a zone (O-14). */
  'timestamps-without-zone': () =>
    rewriting(['dateCreated', 'dateLastModified', 'createdDatetime'], (value) =>
      typeof value === 'string' ? `${value.slice(0, 10)} ${value.slice(11, 19)}` : value,
    ),
  /** Timestamps in words (O-14). */
  'timestamps-in-words': () =>
    rewriting(['dateCreated', 'dateLastModified', 'createdDatetime'], (value) =>
      typeof value === 'string' ? `on ${value.slice(0, 10)} at ${value.slice(11, 19)}` : value,
    ),
  /** Cards in a list without their addresses and most of the rest. Source: docs/accounts-wallets-and-deposit-addresses. */
  'sparse-card-list': sparse(/^\/cards$/, ['cardId', 'cardholderId', 'issuerCardStatus', 'createdDatetime']),
  /** Movements of a wallet that name neither side but the wallet itself. */
  'sparse-wallet-movements': sparse(/^\/wallets\/transactions$/, [
    ...['transId', 'walletId', 'type', 'amount', 'transStatus', 'dateCreated'],
  ]),
  /** Card transactions with the members that a page names, and no others. Source: docs/transactions-and-fees. */
  'purchases-without-status': sparse(/^\/cards\/transactions$/, [
    ...['cardId', 'transId', 'authRefNum', 'amount', 'description', 'dateCreated'],
  ]),
  /** Fees that name neither themselves nor their card, but the purchase they belong to. Source: docs/guide-reconcile-transactions-and-fees. */
  'fees-by-reference-alone': sparse(/^\/cards\/fees$/, ['authRefNum', 'amount', 'merchantAmount', 'dateCreated']),
  /** Texts in capitals, as what is embossed and sent by mail often is. */
  'texts-in-capitals': () =>
    rewriting(['alias', 'city', 'nameOnCard'], (value) => (typeof value === 'string' ? value.toUpperCase() : value)),
  /** A cardholder is read with id and status alone (K-05). */
  'cardholder-status-only': () =>
    answering((answer, { method, path }) => {
      const { cardholderId, status } = membersOf(jsonOf(answer));
      const isRead = method === 'GET' && /^\/cardholders\/\d+$/.test(path) && isYes(answer);
      return isRead && typeof status === 'number'
        ? { ...answer, body: { json: { cardholderId: cardholderId ?? null, status } } }
        : answer;
    }),
  /** The id of a transfer (E-19). */
  'text-trans-id': () => rewriting(['transId'], textOf),
  /** The operational state of a card (E-22). */
  'card-status-name': () => {
    const read = renaming({ issuerCardStatus: 'status' });
    const issued = reshaping((object) =>
      Object.fromEntries(Object.entries(object).filter(([name]) => name !== 'issuerCardStatus')),
    );
    return async (asked, next) => (asked.method === 'GET' ? read : issued)(asked, next);
  },
} satisfies Readonly<Record<string, () => Variation>>;

/** Local time of a zone so many hours east. */
function inZone(at: number, hours: number): string {
  const local = new Date(at + hours * 3_600_000).toISOString();
  return `${local.slice(0, 19)}+${String(hours).padStart(2, '0')}:00`;
}

function withWalletNames({ ledgerBalance, availableBalance, ...rest }: JsonObject): JsonObject {
  return {
    ...rest,
    ...(ledgerBalance === undefined ? {} : { walletBalanceSettled: ledgerBalance }),
    ...(availableBalance === undefined ? {} : { walletAvailableBalance: availableBalance }),
  };
}
