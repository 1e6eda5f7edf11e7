import { numberMember } from './answer.js';
import { documented, inferred } from './define.js';
import { last, numberArgument, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { refused } from './evaluators/answers.js';
import { balancesUnmoved } from './evaluators/unmoved.js';
import { carries } from './evaluators/members.js';
import {
  absentFromCardTransactions,
  destinationRose,
  listedAmongMovements,
  movedMoneyFitsStatus,
  movedMoneyReconciles,
  nothingLeft,
  statusKnown,
} from './evaluators/transfers.js';

const wallets = 'docs/accounts-wallets-and-deposit-addresses';
const transfer = 'docs/guide-transfer-funds';

/** The wallet reads in the Program's currency. */
const inProgramCurrency: Evaluate = (evidence) => {
  const currency = numberArgument(evidence, 'currency');
  const exchange = last(evidence);
  const read = exchange === undefined ? undefined : numberMember(exchange, 'walletCurrencyId');
  const expected = `walletCurrencyId ${String(currency)}`;
  if (read === undefined) return undetermined(expected, 'no currency read');
  return verdictOf(read === currency, expected, `walletCurrencyId ${String(read)}`);
};

/** Checks on wallets and transfers. */
export const walletChecks = {
  'wallet-numbered': documented('A new wallet gets a walletId', wallets, carries('/walletId')),
  'wallet-in-program-currency': documented("A wallet has the Program's currency", wallets, inProgramCurrency),
  'transfer-answered': documented('A transfer has an id and a status', transfer, carries('/transId', '/transStatus')),
  'transfer-reaches-card': documented('The amount reaches the card', transfer, destinationRose),
  'transfer-reaches-wallet': documented('The amount reaches the other wallet', transfer, destinationRose),
  'transfer-in-wallet-movements': documented(
    'The transfer is a wallet movement',
    'docs/transactions-and-fees',
    listedAmongMovements,
  ),
  'transfer-not-a-card-transaction': documented(
    'The transfer is no card transaction',
    'docs/transactions-and-fees',
    absentFromCardTransactions,
  ),
  'card-is-no-source': documented('A card cannot be the source of a transfer', wallets, refused),
  'no-money-leaves-card': documented('No money leaves a card by a transfer', wallets, balancesUnmoved),
  'transfer-status-known': documented('A transfer has one of five statuses', wallets, statusKnown),
  'moved-money-reconciles': documented('What left the source arrived', wallets, movedMoneyReconciles),
  'moved-money-fits-status': inferred('What moved fits the status of the transfer', wallets, movedMoneyFitsStatus),
  'bad-destination-moves-nothing': inferred('A transfer to nowhere moves nothing', wallets, nothingLeft),
};
