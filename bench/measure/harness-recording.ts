import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultProfile } from '../../support/config/default-profile.js';
import { loadConfiguration } from '../../support/config/load-configuration.js';
import { harnessParts } from '../../support/runner/harness-parts.js';
import { openRecording, type Recording } from '../../support/runner/open-recording.js';
import { prepareRun, type PreparedRun } from '../../support/runner/prepare-run.js';
import { silentProgress } from '../../support/runner/silent-progress.js';
import type { Target } from '../../support/target/target.js';
import type { Access } from './access.js';

let prepared: Promise<PreparedRun> | null = null;

/** Client, judge, mask and recorder as a run opens them, writing into `folder`. Whoever opens it closes it. */
export async function openHarness(access: Access, folder: string): Promise<Recording> {
  const configuration = await loadConfiguration({ environment: {}, flags: {}, cwd: folder });
  const selection = { tags: null, scenarioId: null, rows: null, order: 'defined' } as const;
  await mkdir(folder, { recursive: true });
  const target: Target = {
    ...{ environment: 'emulator', class: 'loopback', baseUrl: new URL(access.url), apiKey: access.apiKey },
    certificate: { certificate: access.certificate, privateKey: access.privateKey, passphrase: null },
    ...{ nextCertificate: null, serverCa: [access.serverCa] },
    profile: defaultProfile('emulator', new URL(access.url)),
    close: () => Promise.resolve(),
  };
  const request = {
    ...harnessParts,
    ...{ runId: 'run-20260101T000000Z-bench0', folder, activeFolder: join(folder, 'active'), configuration },
    ...{
      prepared: await (prepared ??= prepareRun(configuration, selection, harnessParts)),
      seed: 1,
      resume: null,
      carry: null,
      baseline: null,
    },
    ...{ logLevel: 'info', harnessVersion: '0.0.0', signal: new AbortController().signal },
    progress: silentProgress,
  };
  return openRecording(request, target, { ownSecrets: [], recorded: null, resumable: true });
}
