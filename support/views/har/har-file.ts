import { createHash } from 'node:crypto';

/** Letters of a scenario's id that its file keeps. */
const longest = 80;

/** File of the harness's own calls, which belong to no scenario. */
const harnessFile = 'exchanges/harness.har';

/**
 * Path of a scenario's HAR in the pack: readable, safe on every file system, the same in every run. The digits at its end
 * (of the SHA-256 of the id) keep ids apart that read alike. Null is the harness itself.
 */
export function harFileOf(scenario: string | null): string {
  if (scenario === null) return harnessFile;
  const readable = scenario.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, longest);
  const digits = createHash('sha256').update(scenario, 'utf8').digest('hex').slice(0, 8);
  return `exchanges/${readable.replaceAll(/^-|-$/g, '')}.${digits}.har`;
}
