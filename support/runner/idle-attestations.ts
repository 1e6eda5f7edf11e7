import type { Attestation } from '../config/profile.js';
import type { Requirement } from '../verdict/requirement.js';

/**
 * A sentence for each attested row that software drives, to be said before the run: the person who wrote it may expect the row
 * to be demonstrated by it, and the gate notes only afterwards that it changed nothing.
 */
export function idleAttestations(
  attestations: readonly Attestation[],
  catalogue: readonly Pick<Requirement, 'id' | 'title' | 'trigger'>[],
): readonly string[] {
  return attestations.flatMap(({ requirement }) => {
    const row = catalogue.find(({ id }) => id === requirement);
    if (row === undefined || row.trigger === 'people') return [];
    return [
      `The profile attests ${row.id} (${row.title}), which software drives: the attestation counts only where the target leaves that row to people.`,
    ];
  });
}
