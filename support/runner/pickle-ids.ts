import { catalogueOf } from './catalogue.js';
import type { Envelope } from './cucumber.js';

/**
 * Scenario ids of Cucumber's pickles, worked out as the messages pass: a document comes before its pickles and is forgotten
 * with the next one, so that memory holds one feature and not all of them.
 */
export class PickleIds {
  #document: Envelope | null = null;
  readonly #ids = new Map<string, string>();

  /** Takes the next message; what is neither document nor pickle is passed over. Throws for a pickle without its document. */
  add(envelope: Envelope): void {
    if (envelope.gherkinDocument !== undefined) this.#document = envelope;
    const { pickle } = envelope;
    if (pickle === undefined) return;
    const documents = this.#document === null ? [] : [this.#document];
    const scenario = catalogueOf([...documents, envelope]).get(pickle.id);
    if (scenario !== undefined) this.#ids.set(pickle.id, scenario.id);
  }

  /** The scenario of a pickle, or undefined. */
  idOf(pickleId: string): string | undefined {
    return this.#ids.get(pickleId);
  }
}
