import { cardHandlers } from './cards/card-handlers.js';
import { cardholderHandlers } from './cardholders/cardholder-handlers.js';
import { kycHandlers } from './cardholders/kyc-handlers.js';
import { depositHandlers } from './deposits/deposit-handlers.js';
import type { Handlers } from './http/call.js';
import { otpHandlers } from './three-d-secure/otp-handlers.js';
import { ticketHandlers } from './tickets/ticket-handlers.js';
import { transactionHandlers } from './transactions/transaction-handlers.js';
import { walletHandlers } from './wallets/wallet-handlers.js';

/** What the emulator does, by operationId. An operation without an entry is answered 501. */
export const handlers: Handlers = {
  ...cardholderHandlers,
  ...kycHandlers,
  ...cardHandlers,
  ...depositHandlers,
  ...walletHandlers,
  ...transactionHandlers,
  ...otpHandlers,
  ...ticketHandlers,
};
