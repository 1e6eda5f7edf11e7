import { attestationProblem } from '../../config/attestation-problem.js';
import { profileProblem } from '../../config/load-profile.js';
import type { Profile } from '../../config/profile.js';
import { replaceLabels } from '../../trace/mask/label.js';
import { planFiles, runRecordFile } from '../plan-files.js';
import { isRecord } from './json-shape.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/**
 * Where the program profile of a pack is none that a run would have been started with: another form, members that do not fit each
 * other, or an attestation of a day that had not come. What was written into it afterwards need not know the rules.
 */
export async function profileDifferences(pack: OpenPack): Promise<Difference[]> {
  const where = planFiles.program;
  // Who derives the run again says that a file is missing.
  if (pack.file(where) === null || pack.file(runRecordFile) === null) return [];
  const [profile, record] = [await jsonOf(pack, where), await jsonOf(pack, runRecordFile)];
  const problem = await profileProblem(withoutLabels(profile), where);
  if (problem !== null) return [{ where, problem: `no run starts with such a profile: ${problem}` }];
  const startedAt = isRecord(record) ? String(record['startedAt']) : '';
  const began = Date.parse(startedAt);
  // The form of the record is another check's.
  if (Number.isNaN(began)) return [];
  const early = attestationProblem((profile as Profile).attestations, began);
  if (early === null) return [];
  return [{ where, problem: `no run of ${startedAt} starts with it: ${early.pointer}: ${early.problem}` }];
}

/** What a label stands in for was of the right form when the run began. */
function withoutLabels(value: unknown): unknown {
  if (typeof value === 'string') return replaceLabels(value, () => 'masked');
  if (Array.isArray(value)) return value.map(withoutLabels);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutLabels(member)]));
}
