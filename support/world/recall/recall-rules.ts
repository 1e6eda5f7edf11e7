/** How a recorded answer is used when a stopped scenario goes on. */
export type RecallRule = 'hand-back' | 'read-again' | 'begin-anew';

/** A recorded call behind the one in question. */
export interface CallBehind {
  readonly operationId: string;
  /** True for a call that changes something. */
  readonly writing: boolean;
  readonly answered: boolean;
}

/** An operation whose answer holds a value that later calls send and that never reaches the disk. */
interface MaskedAnswer {
  /** What to do with its recorded answer, given what the record has behind it. */
  readonly rule: (behind: readonly CallBehind[]) => RecallRule;
}

/** Calls that may be made once more: they create no card, holder or wallet, and move nothing. */
const subscriptions: ReadonlySet<string> = new Set(['subscribeOtp', 'unsubscribeOtp']);

const maskedAnswers: Readonly<Record<string, MaskedAnswer>> = {
  // Card data for an activation. A safe read: made again where the activation itself has no recorded answer.
  getCardDetails: { rule: (behind) => (behind.some(({ answered }) => answered) ? 'hand-back' : 'read-again') },
  // Some Programs may get card data with the issuing answer (E-12): what is issued now must be as it came.
  issueVirtualCard: { rule: () => 'hand-back' },
  issuePhysicalCard: { rule: () => 'hand-back' },
  // The token. A new subscription serves as well, unless something happened that only the old one would show.
  subscribeOtp: {
    rule: (behind) =>
      behind.every(({ writing, operationId }) => !writing || subscriptions.has(operationId))
        ? 'begin-anew'
        : 'hand-back',
  },
};

/** What to do with the recorded answer to an operation. */
export function recallRule(operationId: string, behind: readonly CallBehind[]): RecallRule {
  return maskedAnswers[operationId]?.rule(behind) ?? 'hand-back';
}

/** True where a later call sends what the answer says, so that the answer must stay as it came. */
export function isNeededRaw(operationId: string): boolean {
  return Object.hasOwn(maskedAnswers, operationId);
}
