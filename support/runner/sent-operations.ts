import type { Contract } from '../contract/contract.js';
import type { Exchange } from '../trace/exchange.js';

/** Collects which operations of the target a run has called so far, whoever called them. */
export class SentOperations {
  readonly #ids = new Set<string>();

  constructor(private readonly contract: Pick<Contract, 'operations'>) {}

  /** Looks at one exchange; callbacks to us, probes and replayed answers are no calls of an operation. */
  readonly listen = ({ operationId, replayed }: Exchange): void => {
    if (operationId === null || replayed === true || !this.contract.operations.has(operationId)) return;
    this.#ids.add(operationId);
  };

  /** Operation ids, sorted. */
  get ids(): readonly string[] {
    return [...this.#ids].toSorted();
  }
}
