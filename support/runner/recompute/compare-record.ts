import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import { gateFile } from '../../evidence/write-gate.js';
import { planFiles } from '../../evidence/plan-files.js';
import { buildIn } from '../../evidence/verify/same-sources.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { isRecord } from '../../evidence/verify/json-shape.js';
import type { BuildInfo } from '../../config/build-info.js';
import { holdsLabel } from '../../trace/mask/label.js';
import type { GateFacts } from '../gate-facts.js';
import { runRecordFile, type RunRecord } from '../resume/run-record.js';
import type { RecordedRun } from './recorded-run.js';

/** What a run was bound to, and everything else in its pack that says the same. */
interface Told extends RecordedRun {
  readonly record: RunRecord;
  /** Null where the pack does not say which build made it. */
  readonly build: BuildInfo | null;
}

/** One thing that is said twice. */
interface SaidTwice {
  /** The place that is named when both differ. */
  readonly where: string;
  readonly what: string;
  readonly said: (told: Told) => unknown;
  readonly bound: (told: Told) => unknown;
  /** True for what the run that merges shards says of itself. */
  readonly ofProcess?: true;
}

/** Page, gate and statement name the first; the plan, which the journal froze before the first call, binds the second. */
const saidTwice: readonly SaidTwice[] = [
  { where: 'summary.json', what: 'run', said: (t) => t.summary.runId, bound: (t) => t.record.runId },
  { where: 'summary.json', what: 'environment', said: (t) => t.summary.target.environment, bound: (t) => t.record.environment }, // prettier-ignore
  { where: 'summary.json', what: 'base URL', said: (t) => t.summary.target.baseUrl, bound: (t) => t.record.baseUrl },
  { where: 'summary.json', what: 'contract', said: (t) => t.summary.contract.sha256, bound: (t) => t.record.contractSha256 }, // prettier-ignore
  { where: 'summary.json', what: 'version of the contract', said: (t) => t.summary.contract.version, bound: contractVersion }, // prettier-ignore
  { where: planFiles.scenarios, what: 'selection', said: (t) => t.frozen.selection, bound: (t) => t.record.selection },
  { where: planFiles.scenarios, what: 'scenarios', said: (t) => t.frozen.scenarios.map(({ id }) => id), bound: (t) => t.record.scenarios }, // prettier-ignore
  { where: planFiles.program, what: 'digest of the profile', said: profileDigest, bound: (t) => t.record.profileSha256 }, // prettier-ignore
  { where: gateFile, what: 'Program', said: (t) => t.facts.program, bound: (t) => t.profile.program },
  { where: gateFile, what: 'version of the harness', said: (t) => t.facts.harnessVersion, bound: (t) => t.record.harnessVersion, ofProcess: true }, // prettier-ignore
  { where: 'harness/build.json', what: 'version', said: (t) => t.build?.version ?? t.record.harnessVersion, bound: (t) => t.record.harnessVersion, ofProcess: true }, // prettier-ignore
  { where: 'harness/build.json', what: 'code', said: (t) => t.build?.codeSha256 ?? t.record.codeSha256, bound: (t) => t.record.codeSha256 ?? t.build?.codeSha256, ofProcess: true }, // prettier-ignore
];

/** Of a profile in which something was masked nobody can tell. */
function profileDigest({ profile, record }: Told): string {
  if (holdsLabel(JSON.stringify(profile))) return record.profileSha256;
  return createHash('sha256').update(canonicalJson(profile)).digest('hex');
}

function contractVersion({ contract }: Told): unknown {
  const { info } = contract;
  return isRecord(info) ? info['version'] : undefined;
}

/** The name of a run is made a moment before its record is; to start a container, with its image to fetch, takes longer. */
const longestStartMs = 3_600_000;

/**
 * Where what a run says of itself at one place is not what its frozen plan says: target, selection, contract, Program, build and the time
 * it began.
 */
export async function recordDifferences(
  pack: OpenPack,
  run: RecordedRun,
  { record, merged }: Pick<GateFacts, 'record' | 'merged'>,
): Promise<readonly Difference[]> {
  const told = { ...run, record, build: await buildIn(pack) };
  const differing = saidTwice
    .filter(({ ofProcess }) => ofProcess !== true || merged === null)
    .filter(({ said, bound }) => !isDeepStrictEqual(said(told), bound(told)))
    .map(({ where, what, said, bound }) => ({
      where,
      problem: `${what}: it says ${shown(said(told))}, the frozen plan ${shown(bound(told))}`,
    }));
  return [...differing, ...(merged === null ? beginDifferences(record) : [])];
}

/** A merged run is named when it is merged. */
function beginDifferences({ runId, startedAt }: RunRecord): readonly Difference[] {
  const named = runId.replace(/^run-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-.*$/, '$1-$2-$3T$4:$5:$6Z');
  const apart = Math.abs(Date.parse(startedAt) - Date.parse(named));
  return apart <= longestStartMs ? [] : [{ where: runRecordFile, problem: `it began at ${startedAt}, its name says ${named}` }]; // prettier-ignore
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}
