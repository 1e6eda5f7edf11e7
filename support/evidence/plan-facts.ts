import type { Profile } from '../config/profile.js';
import { planFiles, runRecordFile } from './plan-files.js';
import type { RecordedStreams } from './recorded-streams.js';

/** What the plan says about the run and the page repeats. */
export interface PlanFacts {
  /** When the run began: harness clock, ISO 8601. */
  readonly startedAt: string | null;
  /** What was selected, in words. */
  readonly selection: string | null;
  /** Scenarios planned; null when the plan does not say. */
  readonly planned: number | null;
  readonly currency: string | null;
  /** True when an overlay of the operator lies in the plan. */
  readonly overlay: boolean;
}

/** Reads the facts from the frozen plan; a file that is not there leaves its facts unknown, and the page says so. */
export async function planFactsOf(recorded: RecordedStreams): Promise<PlanFacts> {
  const files = new Set(recorded.filesIn('plan/'));
  const read = async <T>(path: string): Promise<Partial<T>> =>
    files.has(path) ? (JSON.parse(await recorded.text(path)) as Partial<T>) : {};
  const run = await read<{ startedAt: string }>(runRecordFile);
  const { description, scenarios } = await read<{ description: string; scenarios: readonly unknown[] }>(
    planFiles.scenarios,
  );
  const { currency } = await read<Profile>(planFiles.program);
  return {
    startedAt: run.startedAt ?? null,
    selection: description ?? null,
    planned: scenarios?.length ?? null,
    currency: currency ?? null,
    overlay: files.has(planFiles.overlay),
  };
}
