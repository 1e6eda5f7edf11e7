import { idOf, membersOf } from '../../trace/transitions/json-members.js';
import { isAccepted, record } from '../checks/answer.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';

/** Where a path names the object, and what an answer calls its number. */
interface Named {
  readonly segment: number;
  readonly member: string;
}

const cardholder: Named = { segment: 2, member: 'cardholderId' };
const card: Named = { segment: 2, member: 'cardId' };
const holder: Named = { segment: 3, member: 'cardholderId' };
const wallet: Named = { segment: 2, member: 'walletId' };

/** Calls about one object. Numbers of what they make (a `depositId`, a new card's `cardId`) have other names. */
const aboutOne: Readonly<Record<string, Named>> = {
  getCardholder: cardholder,
  updateCardholder: cardholder,
  submitKyc: cardholder,
  refreshKycUrl: cardholder,
  registerBankAccount: cardholder,
  issueVirtualCard: holder,
  issuePhysicalCard: holder,
  getCard: card,
  getCardDetails: card,
  getCardBalance: card,
  activateCard: card,
  setCardStatus: card,
  updateCard: card,
  updateCardPin: card,
  notifyCardBankDeposit: card,
  getWallet: wallet,
  notifyWalletBankDeposit: wallet,
};

/** An accepted answer that gives the number of the object that was asked for gives the one in the path; told once an object. */
export const namesWhatWasAsked = (): InvariantWatch => {
  const told = new Set<string>();
  return {
    exchange: (exchange) => {
      const named = aboutOne[exchange.operationId ?? ''];
      if (named === undefined || !isAccepted(exchange)) return nothingToSay;
      const asked = exchange.request.path.split('/')[named.segment];
      const shown = idOf(membersOf(record(exchange))[named.member]);
      if (asked === undefined || shown === null) return nothingToSay;
      const object = `${named.member} ${asked}`;
      if (shown === asked || told.has(object)) return { evaluated: 1, violations: [] };
      told.add(object);
      const message = `expected ${object} from ${exchange.request.path}, received ${shown}`;
      return { evaluated: 1, violations: [{ exchangeIds: [exchange.id], message }] };
    },
  };
};
