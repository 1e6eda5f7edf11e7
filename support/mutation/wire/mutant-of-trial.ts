import { operationRows } from '../../verdict/operation-rows.js';
import type { WireOutcome, WireTrial } from './wire-mutant.js';
import type { TriedMutant } from '../score/scored-mutant.js';

/** An exchange that says something before the change proves nothing about it. */
const outcomes: Readonly<Record<WireOutcome, TriedMutant['outcome']>> = {
  killed: 'killed',
  survived: 'survived',
  'false-alarm': 'false-alarm',
  unclean: 'broken',
};

/** A tried wire mutant under the row of its operation. */
export function mutantOfTrial(part: 'wire' | 'sample', { mutant, outcome, seen }: WireTrial): TriedMutant {
  const { id, kind, operationId, expected, pointer, because } = mutant;
  const caughtBy = [...new Set(seen.map(({ by }) => by))];
  const found = seen.map(({ by, level, where }) => `${level} by ${by} at ${where === '' ? 'the exchange' : where}`);
  const why = `${expected} expected at ${pointer} (${because}); seen: ${found.join(', ') || 'nothing'}`;
  return {
    ...{ part, id, kind, caughtBy, outcome: outcomes[outcome] },
    requirements: operationRows.get(operationId) ?? [],
    because: outcome === 'killed' ? null : why,
  };
}
