import { aResult, aStep } from '../../../verdict/testing/samples.js';
import { anExchange, aRecording, aRun, asStream } from '../../../evidence/testing/sample-run.js';
import type { ViewSource } from '../../view.js';

/** The run whose evidence {@link carryingSource} took over. */
export const carriedRunId = 'run-20261110T080000Z-bbbbbb';

/** The one call that was taken over. */
export const carriedCall = `${carriedRunId}/x-000001`;

const feature = `carried/${carriedRunId}/plan/features/cards/hold.feature`;

/** A run that took its only scenario from a pack that is eleven and a half days old. */
export function carryingSource(): ViewSource {
  const result = aResult({
    ...{
      marks: ['simulated', 'carried-over'],
      exchangeIds: [carriedCall],
      startedAt: '2026-11-10T08:00:01.000Z',
      line: 2,
    },
    steps: [aStep({ exchangeIds: [carriedCall] })],
  });
  const scenarios = [{ id: result.id, runId: carriedRunId, startedAt: '2026-11-10T08:00:00.000Z' }];
  const texts = {
    'plan/run.json': '{"startedAt":"2026-11-21T20:00:00.000Z"}',
    [feature]: 'Feature: cards\n  Scenario: Block a card\n    Given an earlier step\n',
    [`carried/${carriedRunId}/exchanges/exchanges.ndjson`]: '',
  };
  const other = anExchange({ id: `${carriedRunId}/x-000002`, scenario: 'cards/hold:another' });
  return {
    run: { ...aRun([result]), carried: { runId: carriedRunId, scenarios, problems: [] } },
    recorded: { ...aRecording([], texts), carriedExchanges: () => asStream([anExchange({ id: carriedCall }), other]) },
  };
}
