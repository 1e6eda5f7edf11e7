import type { Provenance } from '../../../judgement/provenance.js';
import type { ExpectedClass } from '../wire-mutant.js';
import type { Mark } from './mark.js';

/** Which side of a statement a mutant breaks. */
export type Side = 'presence' | 'type' | 'value';

type Row = Readonly<Record<Side, ExpectedClass>>;

const rejects: Row = { presence: 'fail', type: 'fail', value: 'fail' };
const asks: Row = { presence: 'review', type: 'review', value: 'review' };

/** The policy, as its own table: an example proves presence and type of what it shows, and not its limits. */
const policy: Readonly<Record<Provenance, Row>> = {
  documented: rejects,
  confirmed: rejects,
  example: { presence: 'fail', type: 'fail', value: 'review' },
  inferred: asks,
  assumed: asks,
};

/** What breaking a statement should bring. Under an open question or contradiction a person decides. */
export function classOf(mark: Mark, side: Side): ExpectedClass {
  return mark.questions.length > 0 ? 'review' : policy[mark.provenance][side];
}

/** Classes from the weakest to the strongest; what cannot be judged stands above all. */
const strength: Readonly<Record<ExpectedClass, number>> = {
  legal: 0,
  advisory: 1,
  review: 2,
  fail: 3,
  'not-judged': 4,
};

/** How strong a class is, for comparing two. */
export function strengthOf(word: ExpectedClass): number {
  return strength[word];
}
