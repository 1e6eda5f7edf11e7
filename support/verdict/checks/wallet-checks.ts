import type { Exchange } from '../../trace/exchange.js';
import { membersOf, type Members } from '../../trace/transitions/json-members.js';
import { answered, asText, at, inWords, isAccepted, isRefused, numberMember, record } from './answer.js';
import { documented, inferred } from './define.js';
import { forEvery, last, numberArgument, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { refused } from './evaluators/answers.js';
import { balancesUnmoved } from './evaluators/unmoved.js';
import { carries } from './evaluators/members.js';
import { transferStatus } from './status-words.js';
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

/** No read calls the new wallet deleted or out of use. */
const inUse: Evaluate = (evidence) => {
  const members = shownBy(last(evidence));
  const expected = 'a wallet that is active and not deleted';
  if (members === undefined) return undetermined(expected, inWords(last(evidence)));
  const wrong = [
    ...(members['isDeleted'] === true ? ['isDeleted true'] : []),
    ...(members['isActive'] === false ? ['isActive false'] : []),
  ];
  return verdictOf(wrong.length === 0, expected, wrong.length === 0 ? expected : wrong.join(', '));
};

/** A wallet shows no address for digital assets. Source: docs/guide-create-and-manage-wallets. */
const fiatAlone: Evaluate = (evidence) => {
  const members = shownBy(last(evidence));
  const expected = 'no deposit address';
  if (members === undefined) return undetermined(expected, inWords(last(evidence)));
  const shown = members['cryptoAddresses'];
  const some = Array.isArray(shown) && shown.length > 0;
  return verdictOf(!some, expected, some ? 'deposit addresses' : expected);
};

function shownBy(exchange: Exchange | undefined): Members | undefined {
  return exchange === undefined || !isAccepted(exchange) ? undefined : membersOf(record(exchange));
}

/** Refused, or answered as a transfer that was declined or failed: which, is not documented. */
const refusedOrFailed: Evaluate = forEvery((exchange) => {
  const expected = 'a refusal, or a transfer that is declined or failed';
  if (!(isAccepted(exchange) || isRefused(exchange))) return undetermined(expected, inWords(exchange));
  if (isRefused(exchange)) return verdictOf(true, expected, inWords(exchange));
  const status = at(answered(exchange), '/transStatus');
  const failed = status === transferStatus.Declined || status === transferStatus.Error;
  return verdictOf(failed, expected, `transStatus ${asText(status)}`);
});

/** Checks on wallets and transfers. */
export const walletChecks = {
  'wallet-numbered': documented('A new wallet gets a walletId', wallets, carries('/walletId')),
  'wallet-in-program-currency': documented("A wallet has the Program's currency", wallets, inProgramCurrency),
  'new-wallet-in-use': inferred('A new wallet is in use', wallets, inUse),
  'wallet-takes-fiat-alone': documented(
    'A wallet has no deposit addresses',
    'docs/guide-create-and-manage-wallets',
    fiatAlone,
  ),
  'wallet-needs-name': documented('A wallet has a name', wallets, refused),
  'transfer-needs-amount': documented('A transfer has an amount and a destination', transfer, refusedOrFailed),
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
