import { answerClasses } from '../../../client/answer-classes.js';
import { classifyAnswer } from '../../../client/classify-answer.js';
import type { Exchange } from '../../../trace/exchange.js';

/** How often an operation was called, and what came of it. */
export interface OperationUse {
  /** The contract's operation; null for paths outside the contract. */
  readonly operationId: string | null;
  calls: number;
  accepted: number;
  refused: number;
  /** No answer, or one nothing can be built on. */
  unanswered: number;
  /** Of all calls: answers replayed to the harness's own client. */
  replayed: number;
  readonly first: string;
  last: string;
}

/** Counts the calls of each operation. */
export class OperationUses {
  readonly #uses = new Map<string | null, OperationUse>();

  see(exchange: Exchange): void {
    const { operationId, id } = exchange;
    const fresh = { operationId, calls: 0, accepted: 0, refused: 0, unanswered: 0, replayed: 0, first: id, last: id };
    const use = this.#uses.get(operationId) ?? fresh;
    this.#uses.set(operationId, use);
    use.calls += 1;
    use.last = id;
    if (exchange.replayed === true) use.replayed += 1;
    const { says } = answerClasses[classifyAnswer(exchange)];
    if (says === 'yes') use.accepted += 1;
    else if (says === 'no') use.refused += 1;
    else use.unanswered += 1;
  }

  /** In the order of their names, calls outside the contract last. */
  list(): readonly OperationUse[] {
    return [...this.#uses.values()].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  }
}

function name({ operationId }: OperationUse): string {
  return operationId ?? '\uFFFF';
}
