import { join, resolve } from 'node:path';
import { readBuildInfo } from '../config/embedded-build.js';
import { packageVersion } from '../config/package-root.js';
import { signingKeyPathFrom } from '../config/signing-settings.js';
import { harnessParts } from '../runner/harness-parts.js';
import { mergeShards } from '../runner/merge/merge-shards.js';
import { openShardSource, type ShardSource } from '../runner/merge/shard-source.js';
import { runIdOf } from '../runner/run-id.js';
import type { ExitCode } from '../messages/exit-code.js';
import { allureBeside } from './allure-beside.js';
import type { AnnotateFlags } from './annotate.js';
import { concludeRun } from './conclude-run.js';
import { forgetLatest } from './latest.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

/** Flags of `merge`, parsed. */
export interface MergeFlags extends AnnotateFlags {
  readonly out: string;
  readonly envFile?: string;
  readonly json?: boolean;
}

/**
 * The whole `merge` command: verifies every pack, refuses unless they are exactly the shards of one plan, then makes one run
 * of them. Throws VFY-101 (64), MRG-101 to MRG-108 (2), MRG-301 (4) and what the settings throw (78).
 */
export async function merge(runs: readonly string[], flags: MergeFlags, io: CommandIo): Promise<ExitCode> {
  const { clock, randomBytes } = io.parts ?? harnessParts;
  const reports = resolve(io.cwd, flags.out);
  const envFile = flags.envFile === undefined ? null : resolve(io.cwd, flags.envFile);
  const signingKeyPath = await signingKeyPathFrom({ environment: io.env, envFile, cwd: io.cwd });
  const build = readBuildInfo();
  const sources: ShardSource[] = [];
  for (const run of runs) {
    const place = await packPlace(run, reports, io.cwd);
    io.stderr.write(`verifying ${place}\n`);
    sources.push(await openShardSource(place, build));
  }
  await forgetLatest(reports);
  const runId = runIdOf(clock.now(), randomBytes(3));
  const folder = join(reports, 'runs', runId);
  const allure = allureBeside(folder, join(reports, 'allure', runId), io);
  const harnessVersion = packageVersion();
  return allure.orGiveUp(async () => {
    const run = await mergeShards({
      ...{ runId, folder, sources, signingKeyPath, build, harnessVersion },
      allureWritten: () => allure.start(),
    });
    return concludeRun(run, { reports, folder, flags, allure }, io);
  });
}
