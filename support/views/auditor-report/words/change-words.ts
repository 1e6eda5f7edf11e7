import type { CauseKind } from '../../../diff/behaviour/behaviour-change.js';
import type { ChangeClass } from '../../../diff/contract/change-class.js';
import type { ApprovalWord } from '../../../diff/approvals/approval.js';
import type { ChangeSource } from '../../../diff/dossier/dossier.js';
import { badge, type Tone } from './tone.js';
import type { Html } from '../html/markup.js';

/** What a class of changes means for a client that works today. */
export const classWords: Readonly<Record<ChangeClass, { readonly meaning: string; readonly tone: Tone }>> = {
  breaking: { meaning: 'a client that works today fails, or is refused', tone: 'bad' },
  unknown: { meaning: 'nothing here can tell what it means, so it does not count as safe', tone: 'bad' },
  'conditionally-breaking': { meaning: 'it depends on what the client does', tone: 'warn' },
  additive: { meaning: 'the vendor may do that at any time', tone: 'quiet' },
  cosmetic: { meaning: 'nothing that travels is different', tone: 'quiet' },
};

/** Where a change was seen. */
export const sourceWords: Readonly<Record<ChangeSource, string>> = {
  contract: 'in the contract',
  behaviour: 'in what the target did',
  verdict: 'in how rows, scenarios and checks ended',
};

/** Why a verdict is another one. */
export const causeWords: Readonly<Record<CauseKind, string>> = {
  'target-answered-differently': 'target answered differently',
  'contract-changed': 'contract changed',
  'harness-changed': 'harness changed',
  environment: 'environment',
  unstable: 'unstable',
  unknown: 'unknown: nothing recorded explains it',
};

const approvalTones: Readonly<Record<ApprovalWord, Tone>> = {
  used: 'good',
  stale: 'quiet',
  expired: 'bad',
  refused: 'bad',
};

/** Class of a change. */
export const classBadge = (word: ChangeClass): Html => badge(word, classWords[word].tone);

/** What became of an approval. */
export const approvalBadge = (word: ApprovalWord): Html => badge(word, approvalTones[word]);
