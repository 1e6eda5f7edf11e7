import type { Contract } from '../../contract/contract.js';
import type { Exchange } from '../../trace/exchange.js';
import type { Planted, WireKind } from './kinds/wire-kind.js';
import { recordedAnswer, type RecordedAnswer } from './recorded-answer.js';
import { wireKinds } from './wire-kinds.js';
import type { ReadyMutant } from './wire-mutant.js';

/** Every mutant of the answer of one exchange, one after the other; none where there is no answer to mutate. */
export function* wireMutants(contract: Contract, exchange: Exchange): Generator<ReadyMutant> {
  const answer = recordedAnswer(contract, exchange);
  if (answer === null) return;
  for (const kind of wireKinds) {
    for (const planted of kind.plant(answer)) if (alters(planted, answer)) yield readyMutant(answer, kind, planted);
  }
}

/** What leaves an answer as it is, such as another order of a single member, is no mutant: a legal one would always pass. */
function alters({ alter }: Planted, { response }: RecordedAnswer): boolean {
  return JSON.stringify(alter(response)) !== JSON.stringify(response);
}

/**
 * Every mutant of a run's answers, each id once: the first exchange that it fits gives it. Exchanges are taken in recorded
 * order, so that equal runs give equal mutants.
 */
export function* mutantsOfRun(contract: Contract, exchanges: Iterable<Exchange>): Generator<ReadyMutant> {
  const seen = new Set<string>();
  for (const exchange of exchanges) {
    for (const mutant of wireMutants(contract, exchange)) {
      if (seen.has(mutant.id)) continue;
      seen.add(mutant.id);
      yield mutant;
    }
  }
}

function readyMutant(
  { operationId, exchange, response }: RecordedAnswer,
  kind: WireKind,
  planted: Planted,
): ReadyMutant {
  const { pointer, expected, because, alter } = planted;
  return {
    id: [operationId, response.status, kind.kind, pointer].join(' ').trimEnd(),
    ...{ operationId, status: response.status, exchangeId: exchange.id, kind: kind.kind },
    ...{ pointer, expected, because, alter },
    apply: (recorded) => withAnswer(recorded, recorded.response === null ? null : alter(recorded.response)),
  };
}

/** Without an answer the client's deadline has passed. */
function withAnswer(exchange: Exchange, response: Exchange['response']): Exchange {
  const failure = response === null ? ({ class: 'timeout', detail: 'no answer within the deadline' } as const) : null;
  return { ...exchange, response, failure, judgement: null };
}
