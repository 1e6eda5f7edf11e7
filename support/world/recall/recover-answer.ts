import type { RunContext } from '../../runner/run-context.js';
import { describeCall } from '../../client/describe-call.js';
import type { AdoptedObject, Exchange } from '../../trace/exchange.js';
import { isAccepted } from '../../verdict/checks/answer.js';
import { answerLost, interrupted } from '../stop-scenario.js';
import { findByLabel } from './find-by-label.js';
import { lostAnswers, type ByState, type Recovery } from './lost-answers.js';
import type { RecordedIntent } from '../../runner/resume/recorded-scenario.js';
import type { PlacedCall } from './scenario-call.js';
import type { Found } from './found.js';

/**
 * How long a call that was under way may still take effect, counted from its intent, milliseconds: as long as the client
 * itself would have waited for the answer.
 */
export const settleMs = 30_000;

/**
 * Decides a writing call whose answer was lost, by looking at the target. Returns the exchange that stands for the answer
 * when the call took effect, and null when it was never made and may be sent now. Throws WLD-121 when neither is certain:
 * nothing is ever sent twice on a guess; the call is recorded as one that nothing answered, because it may have taken effect.
 */
export async function recoverAnswer(
  run: RunContext,
  call: PlacedCall,
  intent: RecordedIntent,
  known: readonly Exchange[],
): Promise<Exchange | null> {
  const recovery: Recovery = lostAnswers[call.operationId] ?? { by: 'nothing', why: 'the operation is not known' };
  let found = await look(run, call, recovery, known);
  // A machine's clock may have been set back since: nothing is waited for longer than this.
  const left = Math.min(settleMs, Date.parse(intent.at) + settleMs - run.clock.now());
  if (found.decision === 'never-made' && left > 0) {
    run.progress.waiting(`the lost ${call.operationId} to arrive`, run.clock.now() + left);
    await run.clock.sleep(left, run.signal).catch((error: unknown) => {
      throw run.signal.aborted ? interrupted(`the lost ${call.operationId}`) : error;
    });
    found = await look(run, call, recovery, known);
  }
  const { decision, reason } = found;
  const { scenario, ordinal, operationId } = call;
  await run.journal.commit({ type: 'lost-answer', scenario, ordinal, operationId, decision, reason });
  if (found.decision === 'adopted') return run.sink(standIn(run, call, intent, found.adopted));
  if (found.decision === 'never-made') return null;
  await run.sink(standIn(run, call, intent, null));
  throw answerLost(operationId, reason);
}

async function look(run: RunContext, call: PlacedCall, recovery: Recovery, known: readonly Exchange[]): Promise<Found> {
  if (run.signal.aborted) throw interrupted(`the turn of ${call.operationId}`);
  switch (recovery.by) {
    case 'label':
      return findByLabel(run, call, recovery, known);
    case 'state':
      return readState(run, call, recovery);
    case 'nothing':
      return { decision: 'undecided', reason: recovery.why };
    default:
      return recovery satisfies never;
  }
}

async function readState(run: RunContext, call: PlacedCall, { kind, read, outcome }: ByState): Promise<Found> {
  const parts = { path: call.input.path ?? {}, body: call.input.body ?? null };
  const name = `${kind}Id`;
  const id = Number(parts.path[name] ?? memberOf(parts.body, name));
  if (!Number.isInteger(id)) return { decision: 'undecided', reason: `the call names no ${name}` };
  const exchange = await run.client.call(
    read,
    { path: { [name]: id } },
    { scenario: call.scenario, signal: run.signal },
  );
  if (!isAccepted(exchange)) return { decision: 'undecided', reason: `${read} (${exchange.id}) was not answered` };
  const seen = outcome(exchange, parts);
  switch (seen) {
    case 'took-effect':
      return {
        decision: 'adopted',
        adopted: { kind, id, exchangeId: exchange.id },
        reason: `${read} (${exchange.id}) shows its effect`,
      };
    case 'never-made':
      return { decision: 'never-made', reason: `${read} (${exchange.id}) shows the state before it` };
    case 'undecided':
      return {
        decision: 'undecided',
        reason: `${read} (${exchange.id}) shows neither its effect nor the state before it`,
      };
    default:
      return seen satisfies never;
  }
}

function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The exchange in place of the lost answer: no answer, and what was found instead; null where nothing was. */
function standIn(run: RunContext, call: PlacedCall, intent: RecordedIntent, adopted: AdoptedObject | null): Exchange {
  const { scenario, operationId, identity, expectedInvalid, ordinal, input } = call;
  const became = adopted === null ? 'nothing tells what came of it' : `${adopted.exchangeId} shows what came of it`;
  const detail = `the run was stopped before the answer was recorded; ${became}`;
  return {
    ...{ id: run.ids.exchange(), scenario, operationId, identity, expectedInvalid, ordinal },
    ...(adopted === null ? {} : { adopted }),
    ...{ startedAt: intent.at, durationMs: 0, attempt: 1 },
    request: describeCall(run.contract, run.target.baseUrl, operationId, input),
    ...{ response: null, failure: { class: 'cancelled', detail }, connection: null, judgement: null },
  };
}
