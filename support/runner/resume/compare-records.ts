import { isDeepStrictEqual } from 'node:util';
import { errorsOf } from '../../messages/coded-error.js';
import { resumeConfigurationMessages } from '../../messages/resume-messages.js';
import type { RunRecord } from './run-record.js';

const differs = errorsOf(resumeConfigurationMessages, 'configuration');

/** How each member of the record reads for people; null for what a resumed run takes over from the record. */
const names: Readonly<Record<keyof RunRecord, string | null>> = {
  runId: null,
  startedAt: null,
  seed: null,
  selection: 'the selection',
  scenarios: 'the planned scenarios',
  featuresSha256: 'the features or catalogues',
  environment: 'AXYS_ENV',
  baseUrl: 'AXYS_BASE_URL',
  embedded: 'the kind of target',
  contractSha256: 'the contract or its overlay',
  // Where the contract comes from is told by its digest.
  contractGiven: null,
  overlay: null,
  programSha256: null,
  profileSha256: 'the program profile',
  credentials: 'the API key or client certificate',
  harnessVersion: 'the version of axys-certify',
  codeSha256: 'the code of axys-certify',
};

/** Members that may be shown. A digest says nothing to anybody, but for that of the code, which every build shows. */
const shown = [
  'environment',
  'baseUrl',
  'harnessVersion',
  'codeSha256',
] as const satisfies readonly (keyof RunRecord)[];

/** Throws RES-201 (78) naming everything in which a run would go on differently from how it began. */
export function requireSameConditions(frozen: RunRecord, now: RunRecord): void {
  const differences = (Object.keys(names) as (keyof RunRecord)[]).flatMap((member) => {
    const name = names[member];
    // What the record of an earlier build does not know cannot have changed.
    if (name === null || frozen[member] === undefined || isDeepStrictEqual(frozen[member], now[member])) return [];
    const open = shown.find((one) => one === member);
    return [open === undefined ? `${name} changed` : `${name} was ${frozen[open]}, is ${now[open]}`];
  });
  if (differences.length > 0) throw differs('RES-201', { run: frozen.runId, differences: differences.join('; ') });
}
