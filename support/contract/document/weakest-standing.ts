import type { Standing } from './places.js';
import type { Provenance } from '../../judgement/provenance.js';

/** How well a fact is known, as a number: more is better. */
export const strength: Readonly<Record<Provenance, number>> = {
  confirmed: 4,
  documented: 4,
  example: 3,
  inferred: 2,
  assumed: 1,
};

/** The weaker of two standings, with the questions of both; the first one where they are equally strong. */
export function weakest(one: Standing, other: Standing): Standing {
  const weaker = strength[other.provenance] < strength[one.provenance] ? other : one;
  return { ...weaker, questions: [...new Set([...one.questions, ...other.questions])] };
}
