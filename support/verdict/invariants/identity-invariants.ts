import { namesWhatWasAsked } from './asked-object-watch.js';
import { documented, inferred, type InvariantDefinition } from './define-invariant.js';
import { ownerAsIssued } from './issued-owner-watch.js';
import { viewsAgree } from './card-views-watch.js';
import { codesDiffer } from './code-watch.js';
import { nobodyElsesDetails } from './own-details-watch.js';

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
  'nobody-elses-details': documented(
    'A cardholder and its cards show the details of no other cardholder',
    'docs/guide-issue-a-virtual-card',
    nobodyElsesDetails,
  ),
  'codes-differ': inferred('A one-time code is not the same for everybody', 'docs/guide-3ds-otp-setup', codesDiffer),
  'card-views-agree': inferred('The views of a card agree', 'docs/guide-issue-a-virtual-card', viewsAgree),
} as const satisfies Readonly<Record<string, InvariantDefinition>>;
