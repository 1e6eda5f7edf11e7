import type { Exchange } from '../../trace/exchange.js';
import type { IntentEvent, JournalLine, ReplayCutEvent } from '../../trace/journal-event.js';
import type { RecordedCall, RecordedScenario } from './recorded-scenario.js';

/** Sets the record of unfinished scenarios in order: their calls by number, with what was cut off left out. */
export function gatherScenarios(
  exchanges: readonly Exchange[],
  journal: readonly JournalLine[],
): ReadonlyMap<string, RecordedScenario> {
  const ids = new Set(exchanges.flatMap(({ scenario }) => (scenario === null ? [] : [scenario])));
  for (const line of journal) if (line.type === 'intent') ids.add(line.scenario);
  return new Map(
    [...ids].map((id) => {
      const own = exchanges.filter(({ scenario }) => scenario === id);
      return [id, { calls: callsOf(own, linesOf(id, journal)), exchanges: own }] as const;
    }),
  );
}

type ScenarioLine = (IntentEvent | ReplayCutEvent) & { readonly at: string };

function linesOf(id: string, journal: readonly JournalLine[]): readonly ScenarioLine[] {
  return journal.flatMap((line) =>
    (line.type === 'intent' || line.type === 'replay-cut') && line.scenario === id ? [line] : [],
  );
}

function callsOf(exchanges: readonly Exchange[], lines: readonly ScenarioLine[]): ReadonlyMap<number, RecordedCall> {
  const cuts = lines.filter((line) => line.type === 'replay-cut');
  const calls = new Map<number, RecordedCall>();
  for (const line of lines) {
    if (line.type === 'replay-cut') {
      for (const ordinal of [...calls.keys()]) if (ordinal >= line.ordinal) calls.delete(ordinal);
    } else {
      const { operationId, at, ordinal } = line;
      calls.set(ordinal, { intent: { operationId, at }, tries: [] });
    }
  }
  for (const exchange of exchanges) {
    const { ordinal } = exchange;
    if (ordinal === undefined || cuts.some((cut) => isCutOff(ordinal, exchange.id, cut))) continue;
    const known = calls.get(ordinal) ?? { intent: null, tries: [] };
    calls.set(ordinal, { ...known, tries: [...known.tries, exchange] });
  }
  return calls;
}

function isCutOff(ordinal: number, id: string, cut: ReplayCutEvent): boolean {
  return ordinal >= cut.ordinal && numberOf(id) <= numberOf(cut.lastExchange);
}

/** The running number of an exchange id such as `x-000042`. */
export function numberOf(exchangeId: string): number {
  return Number(exchangeId.slice(2));
}
