import type { BehaviourRule } from './behaviour-rule.js';

/** Differences in how the same calls of the same scenarios were answered. */
export const answerRules = {
  'call-now-refused': {
    mirror: 'call-now-accepted',
    effect: 'breaking',
    says: 'answers {after} where it answered {before}',
    because: 'what a client could do is refused',
  },
  'call-now-accepted': {
    mirror: 'call-now-refused',
    effect: 'unknown',
    says: 'answers {after} where it answered {before}',
    because: 'what was refused before now happens, and nothing here can tell whether it should',
  },
  'call-now-unanswered': {
    mirror: 'call-now-answered',
    effect: 'unknown',
    says: 'gives {after} where it answered {before}',
    because: 'a lost answer says nothing about the target; look at the network first',
  },
  'call-now-answered': {
    mirror: 'call-now-unanswered',
    effect: 'unknown',
    says: 'answers {after} where there was {before}',
    because: 'what it would have answered before nobody knows, and a refused connection may have been the right answer',
  },
  'loss-changed': {
    mirror: 'loss-changed',
    effect: 'unknown',
    says: 'gives {after} where there was {before}',
    because: 'a lost answer says nothing about the target; look at the network first',
  },
  'success-status-replaced': {
    mirror: 'success-status-replaced',
    effect: 'breaking',
    says: 'answers {after} where it answered {before}',
    because: 'a client that knows one success code may take another for a failure',
  },
  'refusal-status-replaced': {
    mirror: 'refusal-status-replaced',
    effect: 'conditionally-breaking',
    says: 'answers {after} where it answered {before}',
    because: 'a client that acts on this very status no longer sees it',
  },
  'error-code-changed': {
    mirror: 'error-code-changed',
    effect: 'conditionally-breaking',
    says: 'refuses with {after} where it refused with {before}',
    because: 'a client that acts on this very code no longer sees it',
  },
  'answer-appeared': {
    mirror: 'answer-vanished',
    effect: 'conditionally-breaking',
    says: 'also answers {key}, which the same scenarios did not see before',
    because: 'whether a client is ready for it depends on the client',
  },
  'answer-vanished': {
    mirror: 'answer-appeared',
    effect: 'conditionally-breaking',
    says: 'no longer answers {key}, which the same scenarios saw before',
    because: 'a client that waits for it waits for ever',
  },
  'operation-now-exercised': {
    mirror: 'operation-no-longer-exercised',
    effect: 'additive',
    says: 'was called where the same scenarios did not call it before',
  },
  'operation-no-longer-exercised': {
    mirror: 'operation-now-exercised',
    effect: 'unknown',
    says: 'was not called where the same scenarios called it before',
    because: 'the scenarios stopped before they reached it, so nothing is known about it',
  },
} as const satisfies Record<string, BehaviourRule>;
