import type { ApprovalState } from '../diff/approvals/approval.js';
import type { ChangeClass } from '../diff/contract/change-class.js';
import type { ContractDiff } from '../diff/contract/diff-contracts.js';
import type { Annotation, AnnotationLevel } from './annotation.js';
import { placeIn } from './place-in.js';

/** What is loud enough to explain a red job is an error; what nobody can tell asks for a look, it is never silent. */
const levels: Readonly<Record<ChangeClass, AnnotationLevel>> = {
  breaking: 'error',
  unknown: 'warning',
  'conditionally-breaking': 'warning',
  additive: 'notice',
  cosmetic: 'notice',
};

/**
 * Every change of a contract on its line of the new document, the worst first. What is gone stands where it was: at the
 * nearest thing around it that is still there. What an approval covers is a notice that names it. File names are taken from
 * `cwd`.
 */
export function annotationsOfDiff(
  { new: next, changes }: ContractDiff,
  approvals: readonly ApprovalState[],
  cwd: string,
): readonly Annotation[] {
  const used = new Map(approvals.filter(({ state }) => state === 'used').map((one) => [one.fingerprint, one]));
  return changes.map(({ class: word, rule, fingerprint, place, words, because, uses, new: at }) => {
    const approval = used.get(fingerprint);
    const operations = [...new Set(uses.map(({ operation }) => operation))];
    return {
      level: approval === undefined ? levels[word] : 'notice',
      place: placeIn(cwd, next.file, at),
      rule,
      title: `${word}${approval === undefined ? '' : `, ${approval.decision}`}: ${place}`,
      message: [
        words,
        ...(because === null ? [] : [`Why ${word}: ${because}`]),
        operations.length === 0 ? 'No operation uses it.' : `Reaches ${operations.join(', ')}`,
        ...(approval === undefined ? [] : [`Approved by ${approval.by} until ${approval.expires}: ${approval.reason}`]),
        `Rule ${rule}, fingerprint ${fingerprint}`,
      ].join('\n'),
      fingerprint,
    };
  });
}
