import { documented, inferred } from './define.js';
import { additionsIgnored } from './evaluators/additions.js';
import { succeededLater, waitedAsAsked } from './evaluators/replayed-waits.js';
import { transferEndingHandled } from './evaluators/replayed-transfers.js';
import { bothCausesNamed, classified, errorWordRefused, sentSoOften } from './evaluators/replays.js';

const checklist = 'docs/recipe-program-launch-checklist';
const limits = 'docs/pagination-filtering-and-rate-limits';

/** Checks on what the harness's own client makes of recorded answers. */
export const replayChecks = {
  'answers-classified': documented('The client classifies and logs the answer', checklist, classified),
  'creation-never-repeated': documented('A creation is never sent again by itself', checklist, sentSoOften),
  'read-repeated-where-it-helps': inferred(
    'A read is sent again only after 5xx, a broken connection or 429',
    limits,
    sentSoOften,
  ),
  'both-causes-named': documented(
    'The log names both causes of the network refusal',
    'docs/ip-allowlisting-and-network-security',
    bothCausesNamed,
  ),
  'waits-before-repeating': inferred('The client waits before it repeats a read', limits, waitedAsAsked),
  'read-succeeds-later': documented('A read that met 429 succeeds later', checklist, succeededLater),
  'error-word-is-a-refusal': documented(
    'A body that says error is a failure whatever the code',
    'docs/recipe-zero-to-funded-card',
    errorWordRefused,
  ),
  'additions-ignored-and-logged': documented(
    'Members and values nobody knows are ignored and logged',
    'docs/versioning-and-changelog',
    additionsIgnored,
  ),
  'transfer-ending-handled': documented(
    'A transfer that is not Approved is understood and reconciled',
    'docs/accounts-wallets-and-deposit-addresses',
    transferEndingHandled,
  ),
};
