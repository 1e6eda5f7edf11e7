import type { Members } from '../../trace/transitions/json-members.js';
import { documented, inferred, type InvariantDefinition } from './define-invariant.js';
import { creationTime, plainMember, staysTheSame } from './stays-the-same.js';
import { changedAfterCreation, createdWhenAsked, nothingAhead, nothingBeforeItsCard } from './time-watches.js';

const lists = 'docs/pagination-filtering-and-rate-limits';
const records = 'docs/transactions-and-fees';

/** The time of creation of a purchase that is no longer pending (transStatus 1): what becomes of a pending one is open. */
function onceDecided(members: Members): string | undefined {
  const state = plainMember('transStatus')(members);
  return state === undefined || state === '1' ? undefined : creationTime(members);
}

/** What times say: when things were created and happened, by the target's own clock. */
export const timeInvariants = {
  'created-when-asked': documented('What the run created shows the time it was created at', lists, createdWhenAsked),
  'nothing-dated-ahead': documented('Nothing is dated later than the answer that shows it', lists, nothingAhead),
  'nothing-before-its-card': documented('Nothing happens on a card before it is issued', records, nothingBeforeItsCard),
  'changed-after-creation': documented(
    'Nothing is changed before it is created',
    'docs/accounts-wallets-and-deposit-addresses',
    changedAfterCreation,
  ),
  'card-creation-stable': inferred(
    'A card keeps its time of creation',
    lists,
    staysTheSame({ kind: 'card', words: 'the time of creation', valueOf: creationTime }),
  ),
  'purchase-creation-stable': documented(
    'A decided purchase keeps its time of creation',
    records,
    staysTheSame({ kind: 'card-transaction', words: 'the time of creation', valueOf: onceDecided }),
  ),
  'fee-creation-stable': inferred(
    'A fee keeps its time of creation',
    records,
    staysTheSame({ kind: 'fee', words: 'the time of creation', valueOf: creationTime }),
  ),
  'movement-creation-stable': inferred(
    'A wallet movement keeps its time of creation',
    'docs/guide-transfer-funds',
    staysTheSame({ kind: 'wallet-movement', words: 'the time of creation', valueOf: creationTime }),
  ),
} as const satisfies Readonly<Record<string, InvariantDefinition>>;
