import type { Provenance } from '../../judgement/provenance.js';
import type { Check } from '../check.js';
import type { Evaluate } from './evaluate.js';

/** A check without its id; the table's key becomes the id. */
export type CheckDefinition = Omit<Check, 'id'>;

function definer(provenance: Provenance) {
  return (title: string, source: string, evaluate: Evaluate, questions: readonly string[] = []): CheckDefinition => ({
    title,
    provenance,
    source,
    questions,
    evaluate,
  });
}

/** A check that is met by every legal answer to these open questions, and says which of them it saw. */
export function settling(questions: readonly string[], definition: CheckDefinition): CheckDefinition {
  return { ...definition, settles: questions };
}

/** A check whose rule the vendor states. */
export const documented = definer('documented');

/** A check whose rule is seen in a vendor's example only. */
export const exampled = definer('example');

/** A check whose rule is our reading. */
export const inferred = definer('inferred');
