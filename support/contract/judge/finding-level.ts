import type { Standing } from '../document/places.js';
import type { Aspect } from '../schema/problem.js';
import type { FindingLevel, Provenance } from '../../judgement/provenance.js';

const levels: Readonly<Record<Provenance, Readonly<Record<Aspect, FindingLevel>>>> = {
  documented: { presence: 'fail', type: 'fail', value: 'fail' },
  confirmed: { presence: 'fail', type: 'fail', value: 'fail' },
  example: { presence: 'fail', type: 'fail', value: 'review' },
  inferred: { presence: 'review', type: 'review', value: 'review' },
  assumed: { presence: 'review', type: 'review', value: 'review' },
};

/** What breaking a rule means, by how well the rule is known. A contradiction or open question makes it a review. */
export function findingLevel(standing: Standing, aspect: Aspect): FindingLevel {
  return standing.questions.length > 0 ? 'review' : levels[standing.provenance][aspect];
}
