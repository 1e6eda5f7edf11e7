import { documented, settling } from './define.js';
import { refused } from './evaluators/answers.js';
import {
  creditedOrSuspended,
  ledgerMovesByExactly,
  neverAvailableBeforeLedger,
  onlyControlCredited,
  raisedOnceBy,
  twoBalancesInOrder,
} from './evaluators/balances.js';
import { heldCardUncredited } from './evaluators/held-card.js';
import { availableUnraised } from './evaluators/noticed.js';
import { ticketWithParticulars } from './evaluators/tickets.js';
import { carries } from './evaluators/members.js';

const funding = 'docs/funding-and-deposits';
const bankGuide = 'docs/guide-fund-a-card-via-bank-transfer';

/** Checks on crypto and bank deposits and on funds that match nothing. */
export const depositChecks = {
  'crypto-deposit-in-three-stages': documented('A crypto deposit shows three stages', funding, twoBalancesInOrder),
  'no-early-success': documented('Nothing is available before it is booked', funding, neverAvailableBeforeLedger),
  'credited-once': documented('A deposit is credited once', 'docs/sandbox-going-live', raisedOnceBy),
  'deposit-to-inactive-card-resolved': settling(
    ['C-07'],
    documented('A deposit before activation is credited or suspended', funding, creditedOrSuspended),
  ),
  'deposit-to-held-card-resolved': settling(
    ['C-07'],
    documented('A deposit to a card on hold is credited or suspended', funding, creditedOrSuspended),
  ),
  'simulated-amount-exact': documented(
    'A simulated amount books exactly',
    'docs/simulation-endpoints',
    ledgerMovesByExactly,
  ),
  'bank-registration-numbered': documented(
    'A bank registration gets an id and a state',
    funding,
    carries('/depositId', '/statusText'),
  ),
  'bank-registration-limits-enforced': documented(
    'Account details that are missing or out of bounds are refused',
    funding,
    refused,
  ),
  'bank-registration-needs-approval': documented('Only approved cardholders register accounts', bankGuide, refused),
  'card-trace-acknowledged': documented(
    'A notice to a card gets an id and a state',
    funding,
    carries('/depositId', '/statusText'),
  ),
  'notice-makes-nothing-available': documented(
    'A notice of a bank transfer makes nothing available before it clears',
    funding,
    availableUnraised,
  ),
  'wallet-trace-acknowledged': documented(
    'A notice to a wallet gets an id and a state',
    funding,
    carries('/depositId', '/statusText'),
  ),
  'bank-deposit-in-two-steps': documented('A bank deposit books, then clears', funding, twoBalancesInOrder),
  'unmatched-deposit-not-credited': documented('Unmatched money is not credited', funding, onlyControlCredited),
  'held-card-not-credited': documented(
    'A bank transfer to a card that is not Active is not credited',
    funding,
    heldCardUncredited,
  ),
  'suspense-ticket-raised': documented('Unmatched money gets a priority 2 ticket', funding, ticketWithParticulars),
};
