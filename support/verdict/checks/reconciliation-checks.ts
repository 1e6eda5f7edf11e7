import { documented, inferred, settling } from './define.js';
import { balancesUnmoved } from './evaluators/unmoved.js';
import { acceptedOrRefused } from './evaluators/answers.js';
import { filterObeyed, orderObeyed, windowObeyed } from './evaluators/list-queries.js';
import { purchasesFound } from './evaluators/purchase-queries.js';
import { recordsKeepToWindow } from './evaluators/record-windows.js';
import { offsetSkips, pageLimitRespected, pagesJoin, totalConstant } from './evaluators/lists.js';
import {
  amountFormEstablished,
  balanceExplained,
  declinedListed,
  everyFeeJoined,
  feeBesideForeignSpend,
  oneWindow,
  setsDisjoint,
} from './evaluators/spending.js';

const lists = 'docs/pagination-filtering-and-rate-limits';
const reconcile = 'docs/guide-reconcile-transactions-and-fees';
const records = 'docs/transactions-and-fees';

/** Checks on lists, transactions, fees and the balance they explain. */
export const reconciliationChecks = {
  'pages-join-without-loss': documented('Pages join without loss or repeat', lists, pagesJoin),
  'total-constant-over-pages': documented('The total counts all matches', lists, totalConstant),
  'page-limit-respected': documented('A page has at most 200 items', lists, pageLimitRespected),
  'offset-skips-rows': documented('An offset skips so many rows', lists, offsetSkips),
  'purchases-found-as-asked': documented(
    'Purchases are found by status, cardholder and number, in the order asked for',
    'reference/get_cards-transactions',
    purchasesFound,
  ),
  'filter-obeyed': documented('Every item obeys the filter', lists, filterObeyed),
  'order-obeyed': documented('Every item obeys the order', lists, orderObeyed),
  'window-obeyed': documented('Every item lies in the window', lists, windowObeyed),
  'records-keep-to-window': documented(
    'A record stands in the lists of its own time alone',
    lists,
    recordsKeepToWindow,
  ),
  'unknown-filter-value-answered': inferred(
    'A filter value nobody knows gets a clear answer',
    lists,
    acceptedOrRefused,
  ),
  'foreign-spend-has-fee': documented('A foreign purchase has an FX fee', records, feeBesideForeignSpend),
  'every-fee-finds-its-transaction': documented('Every fee finds its transaction', reconcile, everyFeeJoined),
  'declined-spend-recorded': inferred(
    'A declined purchase is recorded as such',
    'docs/accounts-wallets-and-deposit-addresses',
    declinedListed,
  ),
  'barred-spend-moves-nothing': inferred(
    'A purchase on hold or above the limit moves nothing',
    'docs/card-programs-and-designs',
    balancesUnmoved,
  ),
  'declined-spend-moves-nothing': inferred('A declined purchase moves nothing', records, balancesUnmoved),
  'amount-text-form-established': settling(
    ['U-06'],
    documented(
      'The form of amount texts is established',
      'docs/accounts-wallets-and-deposit-addresses',
      amountFormEstablished,
    ),
  ),
  'one-window-for-all-sets': documented('All three data sets are read over one window', reconcile, oneWindow),
  'data-sets-disjoint': documented('The three data sets do not overlap', records, setsDisjoint),
  'balances-explained-by-records': documented('Records explain the balance', reconcile, balanceExplained, ['U-12']),
};
