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
 * nearest thing around it that is still there. File names are taken from `cwd`.
 */
export function annotationsOfDiff({ new: next, changes }: ContractDiff, cwd: string): readonly Annotation[] {
  return changes.map(({ class: word, rule, fingerprint, place, words, because, uses, new: at }) => {
    const operations = [...new Set(uses.map(({ operation }) => operation))];
    return {
      level: levels[word],
      place: placeIn(cwd, next.file, at),
      rule,
      title: `${word}: ${place}`,
      message: [
        words,
        ...(because === null ? [] : [`Why ${word}: ${because}`]),
        operations.length === 0 ? 'No operation uses it.' : `Reaches ${operations.join(', ')}`,
        `Rule ${rule}, fingerprint ${fingerprint}`,
      ].join('\n'),
      fingerprint,
    };
  });
}
