import type { Handlers } from '../http/call.js';
import { bankAccountHandlers } from './bank-account-handlers.js';
import { simulateBankDeposit } from './bank-deposit.js';
import { simulateCryptoDeposit } from './crypto-deposit.js';
import { traceHandlers } from './trace-handlers.js';

/** Both deposit rails, their simulations, and the registrations around them. */
export const depositHandlers: Handlers = {
  ...bankAccountHandlers,
  ...traceHandlers,
  simulateCryptoDeposit,
  simulateBankDeposit,
};
