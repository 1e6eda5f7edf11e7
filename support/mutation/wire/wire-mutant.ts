import type { ExchangeResponse, Exchange } from '../../trace/exchange.js';

/**
 * What a wire mutant should bring. `fail`, `review` and `advisory` are levels of a finding; `legal` may bring nothing that
 * asks or rejects; `not-judged` leaves nothing to judge, which blocks the gate.
 */
export type ExpectedClass = 'fail' | 'review' | 'advisory' | 'legal' | 'not-judged';

/** One deliberate change of one answer as it travels, with what it should bring. */
export interface WireMutant {
  /** `operation status kind pointer`, such as `getCard 200 member-removed /body/cardId`; the same in every run. */
  readonly id: string;
  readonly operationId: string;
  /** Status of the answer before the change. */
  readonly status: number;
  /** The recorded exchange it is made from, such as `x-000012`. */
  readonly exchangeId: string;
  /** Word of the table of kinds. */
  readonly kind: string;
  /** JSON Pointer into the answer: `/status`, `/headers/NAME`, `/body` or a place in the body. */
  readonly pointer: string;
  readonly expected: ExpectedClass;
  /** Why, as one sentence: the statement of the contract that is broken, its provenance and its source. */
  readonly because: string;
}

/** A mutant with what it does. Neither function changes what it is given. */
export interface ReadyMutant extends WireMutant {
  /** The answer with the change; null where no answer comes any more. Another answer of the same shape may be given. */
  readonly alter: (response: ExchangeResponse) => ExchangeResponse | null;
  /** The exchange with the changed answer, not judged yet. */
  readonly apply: (exchange: Exchange) => Exchange;
}

/** What reported something about an exchange: a rule of the judge, or a check of a step. Holds no value of the exchange. */
export interface Sighting {
  /** `rule ID` or `check ID`. */
  readonly by: string;
  readonly level: Exclude<ExpectedClass, 'legal'>;
  /** JSON Pointer into the exchange; empty for a word on the exchange as a whole. */
  readonly where: string;
}

/**
 * What became of a mutant. `killed`: what it should bring was seen at its place and nothing stronger anywhere, or nothing
 * at all for a legal one. `survived`: too little was seen, or elsewhere. `false-alarm`: more was seen than it deserves.
 * `unclean`: the exchange says something at that place before the change, so that nothing is proved.
 */
export type WireOutcome = 'killed' | 'survived' | 'false-alarm' | 'unclean';

/** A mutant that was tried. */
export interface WireTrial {
  readonly mutant: WireMutant;
  readonly outcome: WireOutcome;
  /** What was seen after the change and not before, strongest first, at most five. */
  readonly seen: readonly Sighting[];
}
