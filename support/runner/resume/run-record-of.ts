import { createHash } from 'node:crypto';
import { readBuildInfo } from '../../config/embedded-build.js';
import { packageRoot } from '../../config/package-root.js';
import type { Profile } from '../../config/profile.js';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import type { Target } from '../../target/target.js';
import { labelKeyOf } from '../../trace/mask/label-key.js';
import type { RunRequest } from '../run-request.js';
import { digestFiles } from './digest-files.js';
import type { RunRecord } from './run-record.js';
import type { Conditions } from './conditions.js';
import { runFolders } from './run-folders.js';

/** The record of a run that is about to begin, or to go on. */
export async function runRecordOf(request: RunRequest, target: Target, seed: number): Promise<RunRecord> {
  const conditions = await conditionsOf(request);
  return {
    ...conditions,
    runId: request.runId,
    startedAt: new Date(request.clock.now()).toISOString(),
    seed,
    baseUrl: target.baseUrl.href,
    programSha256: digestOf(ranBy(target.profile, conditions)),
    profileSha256: digestOf(target.profile),
    credentials: labelKeyOf(target, request.runId).mark,
    codeSha256: readBuildInfo().codeSha256,
  };
}

/** The conditions under which a run would begin now. */
export async function conditionsOf({
  prepared,
  configuration,
  harnessVersion,
}: Pick<RunRequest, 'prepared' | 'configuration' | 'harnessVersion'>): Promise<Conditions> {
  const { plan, judged } = prepared;
  return {
    selection: plan.selection,
    scenarios: plan.scenarios.map(({ id }) => id),
    featuresSha256: await digestFiles(packageRoot(), runFolders),
    environment: configuration.environment,
    embedded: configuration.environment === 'emulator' && configuration.baseUrl === null,
    contractSha256: judged.contract.sha256,
    contractGiven: configuration.contractGiven,
    overlay: configuration.overlayPath !== null,
    harnessVersion,
  };
}

/**
 * The profile that scenarios run by; attestations and waivers are only looked at when the run is decided. The objects that
 * an embedded emulator has in store get their ids from its seed, and nobody chose them.
 */
function ranBy(profile: Profile, { embedded }: Pick<Conditions, 'embedded'>): Profile {
  const stored = embedded ? { fundedWalletId: null, foreignCardholderId: null } : {};
  return { ...profile, ...stored, attestations: [], waivers: [] };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
