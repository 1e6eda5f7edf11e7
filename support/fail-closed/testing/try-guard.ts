import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capturedIo } from '../../cli/captured-io.js';
import { main } from '../../cli/main.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { editHarnessUnderTest } from '../../world/subjects/harness-under-test.js';
import type { Ending } from '../ending.js';
import { takingOut, type Guard } from './guards.js';

/** What one item of the battery showed. */
export interface ItemShown {
  /** True when the item held. */
  readonly held: boolean;
  /** How the harness under test ended; null when it did not come to that. */
  readonly ending: Ending | null;
  /** What was to be said. */
  readonly says: string;
  /** Why the item did not hold. */
  readonly reason: string;
}

/**
 * Runs items of the battery against this build, or against a copy without a guard; `selection` are flags of `run`. What was
 * shown comes by scenario id.
 */
export async function tryItems(
  selection: readonly string[],
  without: Guard | null,
): Promise<ReadonlyMap<string, ItemShown>> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-guard-'));
  editHarnessUnderTest(without === null ? [] : [takingOut(without)]);
  try {
    const captured = capturedIo(folder, { PATH: folder });
    await main(['run', ...selection], captured.io);
    const text = await readFile(join(folder, 'reports/latest/results/results.ndjson'), 'utf8');
    const results = text.trim().split('\n');
    return new Map(
      results.map((line) => JSON.parse(line) as ScenarioResult).map((result) => [result.id, shown(result)]),
    );
  } finally {
    editHarnessUnderTest([]);
    await rm(folder, { recursive: true, force: true });
  }
}

function shown({ verdict, reason, checks }: ScenarioResult): ItemShown {
  const { received = null, expected = null } = checks[0]?.arguments ?? {};
  const said = (expected as unknown as Ending | null)?.said ?? [];
  return { held: verdict === 'pass', ending: received as unknown as Ending | null, says: said.join(), reason };
}
