import type { Finding } from '../../judgement/finding.js';
import type { Subject } from '../judge/subject.js';

/**
 * What a rule says. `settled` ends the judgement of the response as conforming to what could be expected; `not-judged` says
 * that something could not be evaluated, with the reason. Neither takes findings back.
 */
export type RuleWord =
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'settled' }
  | { readonly kind: 'not-judged'; readonly reason: string };

/** One rule of the judge, in a file of its own. */
export interface JudgeRule {
  /** Permanent id, used in findings, waivers and reports. */
  readonly id: string;
  /** What the rule demands, as one sentence for the auditor. */
  readonly title: string;
  /** `response` rules are left out once the exchange is settled or has no answer. */
  readonly part: 'exchange' | 'request' | 'response';
  check(subject: Subject): RuleWord;
}

/** Says what was found; nothing found is a word too. */
export function found(findings: readonly Finding[]): RuleWord {
  return { kind: 'findings', findings };
}

/** Says why something could not be evaluated. */
export function notJudged(reason: string): RuleWord {
  return { kind: 'not-judged', reason };
}
