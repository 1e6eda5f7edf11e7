import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../../config/profile.js';
import { readBuildInfo } from '../../config/embedded-build.js';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { marksIn } from '../../evidence/journal/marks-in.js';
import { planFolder } from '../../evidence/journal/plan-differences.js';
import { planFiles } from '../../evidence/plan-files.js';
import { breakSeal } from '../../evidence/seal/seal-pack.js';
import { jsonOf, openPack } from '../../evidence/verify/open-pack.js';
import type { DerivedRun } from '../../views/derived-run.js';
import { BoundStreams } from '../../trace/bound-streams.js';
import { openJournal } from '../../trace/journal.js';
import { logFile, messagesFile, recorderFiles } from '../../trace/recorder-files.js';
import { ClaimWatch } from '../claim-watch.js';
import { decideAndSeal } from '../decide-and-seal.js';
import type { RunRequest } from '../run-request.js';
import { signerOf } from '../signer-of.js';
import { StrayExchanges } from '../stray-exchanges.js';
import { requireSameConditions } from './compare-records.js';
import { holdRun } from './hold-run.js';
import { readRecordedRun, type RecordedRun } from './recorded-run.js';
import { conditionsOf } from './run-record-of.js';
import type { RunRecord } from './run-record.js';

/**
 * Ends a run that died together with its embedded emulator: nothing of it can go on, so what it recorded becomes a sealed
 * pack, and scenarios without a result keep it incomplete. RES-201 (78) for another build or contract, RES-301 (4) for a
 * record that was changed since.
 */
export async function sealDeadRun(request: RunRequest, record: RunRecord): Promise<DerivedRun> {
  const { folder, runId, clock, progress, configuration } = request;
  const { codeSha256 } = readBuildInfo();
  requireSameConditions(record, { ...record, ...(await conditionsOf(request)), codeSha256 });
  const lock = await holdRun(folder, runId, new Date(clock.now()).toISOString());
  try {
    const recorded = await readRecordedRun(folder, record);
    progress.note(`the emulator of ${runId} ended with its run: what was recorded is sealed as it is`);
    await breakSeal(evidenceFolder(folder));
    await rm(join(folder, 'summary.json'), { force: true });
    const interrupted = !recorded.cameToItsEnd;
    await closeJournal(request, record, recorded);
    const profile = (await jsonOf(await openPack(folder), planFiles.program)) as Profile;
    const target = { environment: record.environment, class: 'emulator', profile } as const;
    const { signer, secrets } = await signerOf(configuration.signingKeyPath);
    const { contract } = request.prepared.judged;
    const strays = new StrayExchanges();
    const claims = new ClaimWatch({ environment: record.environment, capabilities: profile.capabilities, contract });
    for await (const exchange of recorded.exchanges())
      for (const tell of [strays.listen, claims.listen]) tell(exchange);
    return await decideAndSeal(request, {
      ...{ target, baseUrl: record.baseUrl, results: recorded.results, strays, claims: claims.findings },
      ...{ others: [], harnessProblems: [], interrupted, holed: false, beside: null, signer, secrets: () => secrets },
    });
  } finally {
    await lock.release();
  }
}

/** Goes on with the journal just to say what was found, and how the run ended. */
async function closeJournal(
  { folder, runId, clock, wallTime, openFile: open, prepared }: RunRequest,
  { seed }: RunRecord,
  { head, digests, kept, cuts, cameToItsEnd }: RecordedRun,
): Promise<void> {
  const streams = new BoundStreams({ folder, resumable: false, open, earlier: digests });
  for (const path of [...Object.values(recorderFiles), messagesFile, logFile]) await streams.open(path);
  const journal = await openJournal({ folder, runId, clock, wallTime, streams, open, last: head });
  try {
    if (head.lines === 0) {
      const scenarios = prepared.plan.scenarios.length;
      await journal.commit({ type: 'run-started', runId, scenarios, seed, plan: await marksIn(folder, planFolder) });
    }
    await journal.checkpoint({ type: 'resumed', kept: kept.size, cuts });
    await journal.checkpoint({ type: cameToItsEnd ? 'ended' : 'stopped' });
  } finally {
    await streams.close();
    await journal.close();
  }
}
