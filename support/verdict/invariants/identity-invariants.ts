import { namesWhatWasAsked } from './asked-object-watch.js';
import { documented, inferred, type InvariantDefinition } from './define-invariant.js';
import { ownerAsIssued } from './issued-owner-watch.js';
import { viewsAgree } from './card-views-watch.js';

/** Which object an answer is about, and whose it is. */
export const identityInvariants = {
  'answer-names-what-was-asked': documented(
    'An answer about one object names the object of the path and no other',
    'docs/accounts-wallets-and-deposit-addresses',
    namesWhatWasAsked,
  ),
  'card-of-its-cardholder': documented(
    'A card is shown as that of the cardholder it was issued to',
    'docs/program-architecture',
    ownerAsIssued,
  ),
  'card-views-agree': inferred('The views of a card agree', 'docs/guide-issue-a-virtual-card', viewsAgree),
} as const satisfies Readonly<Record<string, InvariantDefinition>>;
