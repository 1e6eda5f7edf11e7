import type { Exchange } from '../../../trace/exchange.js';
import { answerLabel, isInbound } from '../answer-label.js';
import type { ObservedOperation } from '../observed-operation.js';
import { DurationTally } from '../timing.js';
import { CallTally } from './call-tally.js';
import type { MessageContent } from './message-objects.js';
import type { Message } from './message.js';
import { ObjectForms } from './object-forms.js';
import { WordTally } from './word-tally.js';

/** Gathers what is seen of one operation. */
export class OperationTally {
  readonly #calls: CallTally;
  readonly #objects = new ObjectForms();
  readonly #words = new WordTally();
  readonly #durations = new DurationTally();

  /** `operation` is method and path template; null for a call of the platform, whose time and answer are ours. */
  constructor(
    private readonly operationId: string,
    private readonly operation: string | null,
    private readonly reads: boolean,
  ) {
    this.#calls = new CallTally(!reads);
  }

  /** Takes in an exchange; `content` is null where no message came. */
  add(
    exchange: Exchange,
    scenario: number,
    content: { readonly message: Message; readonly found: MessageContent } | null,
  ): void {
    const inbound = isInbound(exchange);
    this.#calls.add(inbound ? 'called' : answerLabel(exchange), scenario, exchange.id);
    if (!inbound && exchange.response !== null) this.#durations.add(exchange.durationMs, exchange.id);
    if (content === null) return;
    const { kind } = content.message;
    for (const object of content.found.objects) this.#objects.add(object, kind, String(scenario), exchange.id);
    const object = this.reads && kind === 'success' ? exchange.request.path : null;
    this.#words.add(content.found.values, { kind, scenario: String(scenario), exchange: exchange.id, object });
  }

  observed(): ObservedOperation {
    return {
      operationId: this.operationId,
      operation: this.operation,
      statuses: this.#calls.statuses(),
      calls: this.#calls.calls(),
      objects: this.#objects.observed(),
      values: this.#words.observed(),
      duration: this.#durations.durations(),
    };
  }
}
