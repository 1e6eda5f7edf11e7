import type { JsonObject } from '../http/call.js';
import type { Program } from '../program.js';
import { wireValue } from '../transition.js';
import type { Wallet, WalletMovement } from './wallet.js';

/** Wire form of a wallet with its two balances. */
export function viewWallet(program: Program, wallet: Wallet): JsonObject {
  return {
    walletId: wallet.id,
    name: wallet.name,
    walletCurrencyId: program.settings.currency,
    isActive: true,
    isDeleted: false,
    dateCreated: new Date(wallet.createdAt).toISOString(),
    dateLastModified: new Date(wallet.modifiedAt).toISOString(),
    ...wallet.account,
  };
}

/** Wire form of a wallet movement; `amount` is what really moved. */
export function viewMovement(program: Program, movement: WalletMovement): JsonObject {
  const walletId = movement.sourceWalletId ?? movement.destinationId;
  return {
    transId: movement.id,
    walletId,
    type: movement.type,
    amount: movement.amount,
    ...(movement.sourceWalletId === null ? {} : { sourceWalletId: movement.sourceWalletId }),
    destinationType: movement.destinationType,
    destinationId: movement.destinationId,
    ...(movement.depositId === null ? {} : { depositId: movement.depositId }),
    transStatus: wireValue(program, 'transfer', movement.state),
    ...(movement.description === null ? {} : { description: movement.description }),
    dateCreated: new Date(movement.createdAt).toISOString(),
  };
}
