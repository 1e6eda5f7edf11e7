import type { Exchange } from '../trace/exchange.js';
import type { Contract } from './contract.js';
import type { Finding, Judgement } from '../judgement/finding.js';
import { judgeRules } from './rules/index.js';
import { notJudged, type JudgeRule, type RuleWord } from './rules/judge-rule.js';
import { subjectOf, type Subject } from './judge/subject.js';
import type { Validators } from './validators.js';
import { unreachable } from '../messages/unreachable.js';

/** Judges one exchange, request and response. Never throws: what cannot be evaluated is `not-judged` with the reason. */
export type Judge = (exchange: Exchange) => Judgement;

/**
 * Makes the judge of a contract. `violating` means at least one finding of level fail or review; advisory ones leave the
 * exchange conforming. A reason not to judge wins over both and keeps the findings.
 */
export function createJudge(
  contract: Contract,
  validators: Validators,
  rules: readonly JudgeRule[] = judgeRules,
): Judge {
  return (exchange) => {
    let subject: Subject;
    try {
      subject = subjectOf(contract, validators, exchange);
    } catch (cause) {
      return { outcome: 'not-judged', reason: `The exchange could not be prepared: ${nameOf(cause)}.`, findings: [] };
    }
    return judgeBy(rules, subject);
  };
}

function judgeBy(rules: readonly JudgeRule[], subject: Subject): Judgement {
  const findings: Finding[] = [];
  const reasons: string[] = [];
  let answered = true;
  for (const rule of rules) {
    if (rule.part === 'response' && !answered) continue;
    const word = consult(rule, subject);
    switch (word.kind) {
      case 'findings':
        findings.push(...word.findings);
        break;
      case 'settled':
        answered = false;
        break;
      case 'not-judged':
        reasons.push(word.reason);
        if (subject.response === null) answered = false;
        break;
      default:
        return unreachable(word, 'word of a rule');
    }
  }
  if (reasons.length > 0) return { outcome: 'not-judged', reason: reasons.join(' '), findings };
  const violating = findings.some(({ level }) => level !== 'advisory');
  return { outcome: violating ? 'violating' : 'conforming', findings };
}

function consult(rule: JudgeRule, subject: Subject): RuleWord {
  try {
    return rule.check(subject);
  } catch (cause) {
    // Only the kind of error: its sentence may quote the exchange.
    return notJudged(`The rule ${rule.id} could not be evaluated: ${nameOf(cause)}.`);
  }
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}
