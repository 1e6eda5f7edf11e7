import { transferStatus } from '../../verdict/checks/status-words.js';
import { replayedJson, type ReplayedAnswer, type ReplayedCall } from './replayed-answer.js';

/** Wallets of the replayed transfers. */
export const replayedSource = 3001;
/** See {@link replayedSource}. */
export const replayedDestination = 3002;

/** Money in the source before, minor units. */
const funds = 10_000;

/** How a replayed transfer ends: what moves of the amount, in hundredths, and how many reads it takes to arrive. */
const endings = {
  Pending: { share: 100, readsBeforeArrival: 2 },
  Declined: { share: 0, readsBeforeArrival: 0 },
  Partial: { share: 40, readsBeforeArrival: 0 },
  Error: { share: 0, readsBeforeArrival: 0 },
} as const;

/** A transfer that does not end Approved. Source: docs/accounts-wallets-and-deposit-addresses. */
export type TransferEnding = keyof typeof endings;

/** Words of {@link TransferEnding}, for the features. */
export const transferEndings = Object.keys(endings);

/** A platform on which a transfer of `amount` minor units ends so; Pending ones arrive a few reads later. */
export function transferEnding(ending: TransferEnding, amount: number): readonly ReplayedCall[] {
  const { share, readsBeforeArrival } = endings[ending];
  const moved = (amount * share) / 100;
  const before = wallet(replayedDestination, 0);
  const waiting = Array.from({ length: readsBeforeArrival }, () => before);
  const answer = replayedJson(200, { transId: 91_234, transStatus: transferStatus[ending] });
  return [
    { operationId: 'transferFromWallet', answers: [answer] },
    {
      operationId: 'getWallet',
      path: { walletId: replayedSource },
      answers: [wallet(replayedSource, funds), wallet(replayedSource, funds - moved)],
    },
    {
      operationId: 'getWallet',
      path: { walletId: replayedDestination },
      answers: [before, ...waiting, wallet(replayedDestination, moved)],
    },
  ];
}

function wallet(walletId: number, money: number): ReplayedAnswer {
  return replayedJson(200, {
    ...{ walletId, name: 'Replayed wallet', walletCurrencyId: 0, isActive: true, isDeleted: false },
    ...{ dateCreated: '2026-01-05T10:00:00Z', dateLastModified: '2026-01-05T10:00:00Z' },
    ...{ walletAvailableBalance: money, walletBalanceSettled: money },
  });
}
