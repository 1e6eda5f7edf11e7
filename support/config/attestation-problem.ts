import type { Attestation } from './profile.js';

/** A member of an attestation that cannot stand, as a profile's error names it. */
export interface AttestationProblem {
  readonly pointer: string;
  readonly problem: string;
  readonly accepted: string;
}

/** The local date is ahead of UTC by this much at most (Line Islands). */
const earliestZoneMs = 14 * 3_600_000;

/**
 * The first attestation that nobody can have given yet, or that competes with another for its row; null when all can
 * stand. `now` in milliseconds since the Unix epoch; a date counts as come once it has come anywhere on earth.
 */
export function attestationProblem(attestations: readonly Attestation[], now: number): AttestationProblem | null {
  const latest = new Date(now + earliestZoneMs).toISOString().slice(0, 10);
  for (const [index, { requirement, on }] of attestations.entries()) {
    const at = `/attestations/${String(index)}`;
    if (on > latest) {
      return { pointer: `${at}/on`, problem: `${on} has not come yet`, accepted: 'the day on which it was seen' };
    }
    if (attestations.findIndex((other) => other.requirement === requirement) !== index) {
      return {
        pointer: `${at}/requirement`,
        problem: `${requirement} is attested twice`,
        accepted: 'one attestation a row',
      };
    }
  }
  return null;
}
