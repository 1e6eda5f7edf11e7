import { firstGate, keyOfSubscription, lifeOfCode } from './evaluators/access-questions.js';
import { activationTypes, firstCardState, omittedSlot, pinTypes } from './evaluators/card-questions.js';
import {
  amountText,
  bankRailHere,
  depositRecord,
  depositToInactiveCard,
  noticeMovesLedger,
  walletFilter,
} from './evaluators/money-questions.js';
import { lockScope, organicOutcome, reopeningCall, transitionalNumber } from './evaluators/onboarding-questions.js';
import type { RowEvaluator } from './row-evaluator.js';

/**
 * What answers a question from several exchanges of one scenario, by the question's id. Which rows are looked at says
 * `open-questions.yaml`; a test demands that every such entry has its evaluator and that none is left over.
 */
export const rowEvaluators: ReadonlyMap<string, RowEvaluator> = new Map(
  Object.entries({
    'C-01': transitionalNumber,
    'C-02': reopeningCall,
    'C-04': lockScope,
    'C-05': firstCardState,
    'C-07': depositToInactiveCard,
    'C-11': firstGate,
    'C-12': noticeMovesLedger,
    'C-13': bankRailHere,
    'C-14': walletFilter,
    'E-06': keyOfSubscription,
    'E-09': omittedSlot,
    'E-13': pinTypes,
    'O-02': activationTypes,
    'U-05': lifeOfCode,
    'U-06': amountText,
    'U-08': organicOutcome,
    'U-12': depositRecord,
  }),
);
