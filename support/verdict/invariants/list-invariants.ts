import { documented, type InvariantDefinition } from './define-invariant.js';
import { nothingMissing, onlyIssuedCards } from './known-objects.js';
import { eachOnce, saysWhatWasAsked, totalEndsWithTheLastPage } from './list-rules.js';

const lists = 'docs/pagination-filtering-and-rate-limits';

/** What lists show: the numbers around them, and what is on them. */
export const listInvariants = {
  'list-says-what-was-asked': documented(
    'A list names the limit and offset that were asked for',
    lists,
    saysWhatWasAsked,
  ),
  'list-total-counts-matches': documented(
    'The total of a list ends with its last page',
    lists,
    totalEndsWithTheLastPage,
  ),
  'list-shows-each-once': documented('No object stands twice on a page', lists, eachOnce),
  'list-lacks-nothing': documented('A whole list shows everything the run created', lists, nothingMissing),
  'only-issued-cards': documented(
    'A cardholder has the cards that were issued, and none from a refused call',
    'docs/cards-virtual-and-physical',
    onlyIssuedCards,
  ),
} as const satisfies Readonly<Record<string, InvariantDefinition>>;
