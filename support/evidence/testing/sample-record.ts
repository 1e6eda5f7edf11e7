import { createFakeClock } from '../../emulator/test-kit/fake-clock.js';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import { BoundStreams } from '../../trace/bound-streams.js';
import { createRecorder } from '../../trace/create-recorder.js';
import type { Exchange } from '../../trace/exchange.js';
import type { CheckpointEvent, PlainEvent } from '../../trace/journal-event.js';
import { openJournal } from '../../trace/journal.js';
import { createLogger } from '../../trace/logger.js';
import { createMasker } from '../../trace/mask/mask-record.js';
import { createSecrets } from '../../trace/mask/secrets.js';
import { logFile, messagesFile } from '../../trace/recorder-files.js';
import { marksIn } from '../journal/marks-in.js';
import { planFolder } from '../journal/plan-differences.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';

/** A run id of the right form. */
export const sampleRunId = 'run-20260101T000000Z-abcdef';

/** When the sample exchanges were made, ISO 8601: a record in which they lie tells of the same time. */
export const sampleTime = '2026-11-21T08:00:00.000Z';

/** What happens in a recorded run, in order. */
export type Happening =
  | { readonly exchange: Exchange }
  | { readonly result: ScenarioResult }
  /** A result without the event that tells of it. */
  | { readonly untold: ScenarioResult }
  | { readonly message: unknown }
  | { readonly log: string }
  | { readonly event: PlainEvent | CheckpointEvent };

/** Records a run in a folder with the real recorder, log and journal. `plan/` must be there already; the end is added. */
export async function recordSample(
  root: string,
  happenings: readonly Happening[],
  { runId = sampleRunId, end = 'ended' }: { readonly runId?: string; readonly end?: 'ended' | 'stopped' | null } = {},
): Promise<void> {
  const clock = createFakeClock(Date.parse(sampleTime));
  const streams = new BoundStreams({ folder: root, resumable: false });
  const secrets = createSecrets({ key: new Uint8Array(32).fill(7) });
  const recorder = await createRecorder<ScenarioResult>({ streams, secrets, lifecycles: await loadLifecycles() });
  const messages = await streams.open(messagesFile);
  const destination = await streams.open(logFile);
  const log = createLogger({ level: 'info', destination, mask: createMasker(secrets), clock });
  const journal = await openJournal({ folder: root, runId, clock, wallTime: () => clock.now(), streams, last: null });
  const plan = await marksIn(root, planFolder);
  await journal.commit({ type: 'run-started', runId, scenarios: 1, seed: 1, plan });
  for (const happening of happenings) {
    if ('exchange' in happening) await recorder.exchange(happening.exchange);
    else if ('result' in happening) {
      const { id: scenario, attempt, verdict } = happening.result;
      await recorder.scenario(happening.result);
      await journal.checkpoint({ type: 'scenario-finished', scenario, attempt, verdict });
    } else if ('untold' in happening) await recorder.scenario(happening.untold);
    else if ('message' in happening) await messages.write([happening.message]);
    else if ('log' in happening) log.root.info(happening.log);
    else if (isPlain(happening.event)) await journal.commit(happening.event);
    else await journal.checkpoint(happening.event);
  }
  await streams.close();
  if (end !== null) await journal.checkpoint({ type: end });
  await journal.close();
}

function isPlain(event: PlainEvent | CheckpointEvent): event is PlainEvent {
  return ['run-started', 'intent', 'replay-cut', 'lost-answer', 'clock-jumped'].includes(event.type);
}
