import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timing } from '../../config/profile.js';
import { systemClock } from '../../config/system-clock.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { startEmulator } from '../../emulator/start-emulator.js';
import { illegalVariations } from '../../emulator/test-kit/staging-like/illegal-variations.js';
import { startStagingLike } from '../../emulator/test-kit/staging-like/staging-like-server.js';
import type { VariationId } from '../../emulator/variations/variations.js';
import type { AnsweredQuestion } from '../../questions/answered-question.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { capturedIo } from '../captured-io.js';
import { writeHandover } from '../handover.js';
import { main } from '../main.js';

/** Confirms the five assumed simulations, as the operator of a staging Program would. */
const overlay = `overlay: 1.0.0
info: { title: Simulations confirmed for a test, version: 1.0.0 }
actions:
  - { target: "$.paths['/staging/cards/{cardId}/crypto-deposit'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/bank-deposit'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/cards/{cardId}/spend'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/cards/{cardId}/otp-challenge'].post", update: { x-provenance: confirmed } }
  - { target: "$.paths['/staging/bank-accounts/{depositId}/confirm'].post", update: { x-provenance: confirmed } }
`;

/** What a run against a staging-like server left. */
export interface StagingLikeRun {
  readonly code: number;
  readonly printed: string;
  readonly decision: string;
  /** Row id to outcome and reason. */
  readonly rows: ReadonlyMap<string, string>;
  readonly results: readonly ScenarioResult[];
  /** How often each variation made a difference, by id. */
  readonly altered: ReadonlyMap<string, number>;
  /** The register's entry of an id. */
  readonly question: (id: string) => AnsweredQuestion;
}

/** How a staging-like run is made. */
export interface StagingLikeOptions {
  /** Legal variations that the emulator plays. */
  readonly vary: readonly VariationId[];
  /** Seeded faults of the emulator. */
  readonly faults?: readonly string[];
  /** What another server in front of it does that no page allows. */
  readonly illegal?: keyof typeof illegalVariations;
  /** Emulated seconds per second. */
  readonly timeScale: number;
  /** Cucumber tag expression; everything when absent. */
  readonly tags?: string | undefined;
  /** What differs from the emulator's own deadlines and polling. */
  readonly timing?: Partial<Timing>;
}

/** Runs the harness as staging against a server of our own that answers otherwise than our emulator usually does. */
export async function runStagingLike(options: StagingLikeOptions): Promise<StagingLikeRun> {
  const { vary, faults = [], illegal, timeScale, tags, timing = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'axys-staging-like-'));
  const emulator = {
    contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
    ...{ port: 0, seed: 5, timeScale, production: false, faults, vary, allowIps: ['127.0.0.1'] },
    ...{ profile: null, accessLog: null, clock: systemClock },
  };
  const started =
    illegal === undefined
      ? await startEmulator(emulator)
      : await startStagingLike(emulator, [illegalVariations[illegal]()]);
  const profile = { ...started.profile, timing: { ...started.profile.timing, ...timing } };
  const server = { ...started, profile };
  const handover = await writeHandover(join(folder, 'server.env'), server);
  try {
    await writeFile(join(folder, 'overlay.yaml'), overlay);
    const captured = capturedIo(folder, {
      // No PATH leads to a Java runtime: the view it renders is not under test here.
      PATH: folder,
      AXYS_ENV: 'staging',
      AXYS_CONTRACT_OVERLAY: join(folder, 'overlay.yaml'),
    });
    const selection = tags === undefined ? [] : ['--tags', tags];
    const envFile = ['--env-file', join(folder, 'server.env')];
    const code = await main(['run', '--seed', '5', ...envFile, ...selection], captured.io);
    const printed = captured.stdout() + captured.stderr();
    const left = await leftIn(join(folder, 'reports/latest')).catch((cause: unknown) => {
      throw new Error(`the run ended with ${String(code)} and left no result: ${printed}`, { cause });
    });
    return { code, printed, altered: started.altered, ...left };
  } finally {
    await handover.remove();
    await started.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface SummaryFile {
  readonly decision: string;
  readonly requirements: readonly { readonly id: string; readonly outcome: string; readonly reason?: string }[];
}

async function leftIn(latest: string): Promise<Pick<StagingLikeRun, 'decision' | 'rows' | 'results' | 'question'>> {
  const read = async (file: string) => readFile(join(latest, file), 'utf8');
  const summary = JSON.parse(await read('summary.json')) as SummaryFile;
  const questions = JSON.parse(await read('questions.json')) as readonly AnsweredQuestion[];
  const lines = (await read('results/results.ndjson')).trim().split('\n');
  return {
    decision: summary.decision,
    rows: new Map(summary.requirements.map(({ id, outcome, reason = '' }) => [id, `${outcome} ${reason}`.trim()])),
    results: lines.map((line) => JSON.parse(line) as ScenarioResult),
    question: (id) => {
      const found = questions.find((each) => each.id === id);
      if (found === undefined) throw new Error(`questions.json has no ${id}`);
      return found;
    },
  };
}
