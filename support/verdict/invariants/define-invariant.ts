import type { Provenance } from '../../judgement/provenance.js';
import type { Invariant, InvariantWatch } from '../invariant.js';

/** An invariant without its id; the table's key becomes the id. */
export type InvariantDefinition = Omit<Invariant, 'id'>;

function definer(provenance: Provenance) {
  return (
    title: string,
    source: string,
    watch: () => InvariantWatch,
    questions: readonly string[] = [],
  ): InvariantDefinition => ({
    title,
    provenance,
    source,
    questions,
    watch,
  });
}

/** An invariant the vendor states: breaking it rejects. */
export const documented = definer('documented');

/** An invariant that is our reading: breaking it asks a person. */
export const inferred = definer('inferred');
