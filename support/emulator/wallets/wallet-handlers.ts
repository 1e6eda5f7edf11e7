import { type Call, type Handlers, required, textMember } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import { listReply, type ListSpec } from '../lists/list-reply.js';
import { emptyAccount } from '../money/account.js';
import type { Program } from '../program.js';
import { walletOf } from './find-wallet.js';
import { transferFromWallet } from './transfer.js';
import { viewMovement, viewWallet } from './view-wallet.js';
import type { Wallet, WalletMovement } from './wallet.js';

/** Wallets: creating, reading, movements, transfers. */
export const walletHandlers: Handlers = {
  createWallet,
  getWallet: (call, program) => ok(viewWallet(program, walletOf(call, program))),
  listWallets: (call, program) => listReply(program.store.wallets.all(), call, walletSpec(program)),
  listWalletTransactions: (call, program) => listMovements(call, program),
  transferFromWallet,
};

/** Only a name is needed; the currency is the Program's. Source: docs/accounts-wallets-and-deposit-addresses. */
function createWallet(call: Call, program: Program): Reply {
  const wallet = program.store.wallets.add({
    id: program.platform.ids.next('wallet'),
    name: required(textMember(call.body, 'name'), 'name'),
    account: emptyAccount,
    createdAt: call.now,
    modifiedAt: call.now,
  });
  return ok({ status: 'success', walletId: wallet.id });
}

function walletSpec(program: Program): ListSpec<Wallet> {
  return {
    filters: {},
    orders: { dateCreated: (wallet) => wallet.createdAt },
    defaultOrder: 'dateCreated',
    createdAt: (wallet) => wallet.createdAt,
    defaultWindowSeconds: null,
    view: (wallet) => viewWallet(program, wallet),
  };
}

/** Filters by the wallet on either side, by the card paid to, or by that card's cardholder (C-14). */
function listMovements(call: Call, program: Program): Reply {
  const { walletId, cardId, cardholderId } = call.query;
  const isCard = (movement: WalletMovement): boolean => movement.destinationType === 1;
  const holderOf = (movement: WalletMovement): number | undefined =>
    isCard(movement) ? program.store.cards.get(movement.destinationId)?.cardholderId : undefined;
  const wanted = program.store.walletMovements
    .all()
    .filter((movement) => walletId === undefined || walletsOf(movement).includes(Number(walletId)))
    .filter((movement) => cardId === undefined || (isCard(movement) && movement.destinationId === Number(cardId)))
    .filter((movement) => cardholderId === undefined || holderOf(movement) === Number(cardholderId));
  return listReply(wanted, call, movementSpec(program));
}

function walletsOf(movement: WalletMovement): readonly (number | null)[] {
  return [movement.sourceWalletId, movement.destinationType === 0 ? movement.destinationId : null];
}

function movementSpec(program: Program): ListSpec<WalletMovement> {
  return {
    filters: {},
    orders: { dateCreated: (movement) => movement.createdAt },
    defaultOrder: 'dateCreated',
    createdAt: (movement) => movement.createdAt,
    defaultWindowSeconds: null,
    view: (movement) => viewMovement(program, movement),
  };
}
