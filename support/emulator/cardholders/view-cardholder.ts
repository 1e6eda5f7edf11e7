import type { Json } from '../../trace/exchange.js';
import type { Program } from '../program.js';
import { wireValue } from '../transition.js';
import type { Cardholder } from './cardholder.js';
import { cardholderLimit } from './limits.js';

/** Wire form of a cardholder: a bare object whose `status` is the integer enumeration. */
export function viewCardholder(program: Program, cardholder: Cardholder): Json {
  return {
    cardholderId: cardholder.id,
    status: wireValue(program, 'cardholder', cardholder.state),
    ...cardholder.person,
    sumsubEnabled: cardholder.sumsubEnabled ? 1 : 0,
    transactionLimit: cardholderLimit(program, cardholder),
    dateCreated: new Date(cardholder.createdAt).toISOString(),
  };
}
