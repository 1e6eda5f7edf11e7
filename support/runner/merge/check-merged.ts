import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { gateFile } from '../../evidence/write-gate.js';
import { manifestFiles } from '../../evidence/seal/manifest.js';
import { attestationFiles } from '../../evidence/seal/seal-pack.js';
import { mergedPlanFile, shardFolder, shardsRoot } from '../../evidence/shard-places.js';
import { digestDifferences, fileSetDifferences } from '../../evidence/verify/check-files.js';
import { journalDifferences } from '../../evidence/verify/check-journal.js';
import { checkSignature } from '../../evidence/verify/check-signature.js';
import { bytesOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { readManifest } from '../../evidence/verify/read-manifest.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { runRecordIn } from '../gate-facts.js';
import type { RecordedRun } from '../recompute/recorded-run.js';
import { divisionProblems } from '../shard/check-shard.js';
import { readShard } from '../shard/read-shard.js';
import { planDigest } from '../shard/shard-plan.js';
import { containerDifferences } from './container-differences.js';
import { isKeptFile, joinedStreams } from './joined-files.js';
import { joinedFacts, type JoinedFacts } from './joined-facts.js';
import { joinedJournalDifferences } from './join-journal.js';
import { readMergedPlan, type MergedPlan } from './merged-plan.js';
import { readContainer } from './read-container.js';
import { shardsWithin, type OpenShard } from './shard-within.js';
import { wholePlan, wholePlanDifferences } from './whole-plan.js';

/**
 * Where a merged run is not made of its shards: their files and streams against their own manifests and signatures, the
 * manifests against `plan/merged.json`, and plan, journal and facts of the run against theirs.
 */
export async function mergedDifferences(pack: OpenPack, run: RecordedRun): Promise<Difference[]> {
  const merged = await readMergedPlan(pack);
  if (merged === null) return strays(pack, []);
  const shards = await shardsWithin(pack, merged.shards);
  const record = await runRecordIn(pack);
  const found: Difference[] = [
    ...strays(
      pack,
      merged.shards.map(({ index }) => index),
    ),
    ...planProblems(merged),
  ];
  for (const shard of shards) found.push(...(await shardProblems(shard, merged)));
  found.push(...(await containerProblems(shards)));
  const { scenarios } = merged.plan.conditions;
  return [
    ...found,
    ...(await wholePlanDifferences(pack, await wholePlan(record.runId, merged.plan, shards))),
    ...(await joinedJournalDifferences(
      pack,
      { at: record.startedAt, seed: merged.plan.seed, scenarios: scenarios.length },
      shards,
    )),
    ...(await factDifferences(pack, run, await joinedFacts(shards), merged)),
  ];
}

/** Files below `shards/` that belong to no shard. */
function strays({ files }: OpenPack, shards: readonly number[]): Difference[] {
  const folders = shards.map(shardFolder);
  return files
    .filter(({ path }) => path.startsWith(shardsRoot) && !folders.some((folder) => path.startsWith(folder)))
    .map(({ path }) => ({ where: path, problem: 'no shard of this run lies there' }));
}

function planProblems({ planSha256, plan, shards }: MergedPlan): Difference[] {
  const indexes = shards.map(({ index }) => index).join();
  const wanted = plan.slices.map((_slice, at) => at + 1).join();
  return [
    ...(planDigest(plan) === planSha256 ? [] : ['its plan has another digest than it says']),
    ...(indexes === wanted ? [] : [`it names the shards ${indexes}, the plan has ${wanted}`]),
    ...divisionProblems(plan),
  ].map((problem) => ({ where: mergedPlanFile, problem }));
}

/** What does not hold in one shard. Its streams are held against its manifest as stretches of the joined ones. */
async function shardProblems({ claim, pack }: OpenShard, { planSha256 }: MergedPlan): Promise<Difference[]> {
  const { index, runId, startedAt, manifestSha256, keyId } = claim;
  const { manifest, against } = await readManifest(pack);
  const kept = (path: string): boolean => isKeptFile(path) || joinedStreams.includes(path);
  const embedded = { ...manifest, files: manifest.files.filter(({ path }) => kept(path)) };
  const signature = await checkSignature(pack, null);
  const shard = await readShard(pack);
  const record = await runRecordIn(pack);
  const digest = createHash('sha256')
    .update(await bytesOf(pack, manifestFiles.json))
    .digest('hex');
  const said = (holds: boolean, problem: string): Difference[] => (holds ? [] : [{ where: mergedPlanFile, problem }]);
  const inside = [
    ...against,
    ...fileSetDifferences(pack, embedded),
    ...(await digestDifferences(pack, embedded)),
    ...signature.against,
    ...(await journalDifferences(pack)),
  ].map(({ where, problem }) => ({ where: `${shardFolder(index)}${where}`, problem }));
  return [
    ...inside,
    ...said(digest === manifestSha256, `shard ${index}: it was merged from another manifest`),
    ...said(signature.keyId === keyId, `shard ${index}: it names the key ${keyId}, another one signed it`),
    ...said(
      manifest.runId === runId && record.runId === runId && record.startedAt === startedAt,
      `shard ${index}: it names the run ${runId} of ${startedAt}, the evidence is another run's`,
    ),
    ...said(
      shard?.index === index && shard.planSha256 === planSha256,
      `shard ${index}: the evidence is of another shard or of another plan`,
    ),
  ];
}

/** What `merge` refuses: shards that were not tested in the same container. */
async function containerProblems(shards: readonly OpenShard[]): Promise<Difference[]> {
  const told = await Promise.all(
    shards.map(async ({ claim: { index }, pack }) => ({ index, container: await readContainer(pack) })),
  );
  const where = mergedPlanFile;
  return containerDifferences(told).map((what) => ({ where, problem: `its shards differ in ${what}` }));
}

/** Facts of the run that are not those of its shards together, and a key that vouches for more than theirs do. */
async function factDifferences(
  pack: OpenPack,
  { facts, summary }: RecordedRun,
  joined: JoinedFacts,
  { shards }: MergedPlan,
): Promise<Difference[]> {
  const wrong = (holds: boolean, where: string, problem: string): Difference[] => (holds ? [] : [{ where, problem }]);
  const claims = [...joined.claims.values()];
  const known = pack.file(attestationFiles.envelope) === null || facts.adHocKey || summary.target.class !== 'real';
  const { keyId } = known ? { keyId: null } : await checkSignature(pack, null);
  return [
    ...wrong(facts.interrupted === joined.interrupted, gateFile, 'it says of an interruption what no shard says'),
    ...wrong(
      isDeepStrictEqual(facts.harnessProblems, joined.harnessProblems),
      gateFile,
      'its problems of the harness are not those of the shards',
    ),
    ...wrong(isDeepStrictEqual(facts.claims, claims), gateFile, 'its capability claims are not those of the shards'),
    ...wrong(facts.adHocKey || !joined.adHocKey, gateFile, 'a shard was signed with a key of its own, and it is not'),
    ...wrong(
      isDeepStrictEqual(summary.otherRuns ?? [], joined.others),
      'summary.json',
      'its other runs are not those of the shards',
    ),
    ...shards
      .filter((shard) => keyId !== null && shard.keyId !== keyId)
      .map(({ index }) => ({
        where: mergedPlanFile,
        problem: `shard ${index} was signed by another key than the run`,
      })),
  ];
}
