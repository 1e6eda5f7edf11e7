import type { Exchange, Json } from '../../../trace/exchange.js';
import { answered, asText, at, items, requested } from '../answer.js';
import { runIdOfLabel } from '../../../trace/run-label.js';
import { effectOf, walletListed } from './shown-balance.js';

/** What others did to a wallet while a scenario moved money on it. */
export interface MovedByOthers {
  /** Movements on the wallet that no transfer of the evidence accounts for. */
  readonly count: number;
  /**
   * What they come to, minor units, signed as the wallet sees it. NaN where it cannot be told: an amount has no known form, or a
   * movement carries no label of another run, so that nothing proves it to be somebody else's.
   */
  readonly units: number;
}

/**
 * The movements of others on a wallet, from the lists in the evidence; none where no list was read. A movement is our own when
 * it has the id, both sides or the run's label of a transfer that the evidence holds, and of before where a list that was read
 * before the transfer shows it.
 */
export function movedByOthers(exchanges: readonly Exchange[], path: string): MovedByOthers {
  const transfers = exchanges.filter(({ operationId }) => operationId === 'transferFromWallet');
  const lists = exchanges.filter((exchange) => `/wallets/${walletListed(exchange) ?? ''}` === path);
  const [first] = transfers;
  const earlier = lists.filter(({ startedAt }) => first !== undefined && startedAt < first.startedAt);
  const known = new Set([
    ...transfers.map((transfer) => identityOf(answered(transfer))),
    ...earlier.flatMap(identities),
  ]);
  const runs = new Set(transfers.map((transfer) => runIdOfLabel(textOf(requested(transfer), 'description'))));
  const ways = new Set(transfers.map((transfer) => wayOf(requested(transfer))));
  const others = new Map<string, Json>();
  for (const item of lists.flatMap((list) => items(list) ?? [])) {
    const run = runIdOfLabel(textOf(item, 'description'));
    const ours = known.has(identityOf(item)) || (run !== null && runs.has(run)) || ways.has(wayOf(item));
    if (!ours) others.set(identityOf(item), item);
  }
  const walletId = path.slice('/wallets/'.length);
  const units = [...others.values()].reduce<number>((total, item) => total + unitsOf(item, walletId), 0);
  return { count: others.size, units };
}

function unitsOf(item: Json, walletId: string): number {
  return runIdOfLabel(textOf(item, 'description')) === null ? Number.NaN : effectOf(item, walletId);
}

/** From which wallet to what: nobody else has both sides of a scenario's transfer. */
function wayOf(value: Json | undefined): string {
  return ['sourceWalletId', 'destinationType', 'destinationId'].map((member) => textOf(value, member)).join(' ');
}

function identities(list: Exchange): readonly string[] {
  return (items(list) ?? []).map(identityOf);
}

/** The id of a movement or a transfer's answer; all of it where it has none (K-05). */
function identityOf(value: Json | undefined): string {
  const id = textOf(value, 'transId');
  return id === '' ? JSON.stringify(value) : id;
}

function textOf(value: Json | undefined, member: string): string {
  return asText(at(value, `/${member}`));
}
