import type { ExchangeResponse } from '../../../trace/exchange.js';
import type { RecordedAnswer } from '../recorded-answer.js';
import type { ExpectedClass } from '../wire-mutant.js';

/** One mutant of an answer, before it has a name. */
export interface Planted {
  /** JSON Pointer into the answer. */
  readonly pointer: string;
  readonly expected: ExpectedClass;
  readonly because: string;
  /** The answer with the change; the answer itself where it does not fit; null where no answer comes any more. */
  readonly alter: (response: ExchangeResponse) => ExchangeResponse | null;
}

/** A kind of wire mutant: where it applies, how it alters an answer, and what that should bring. */
export interface WireKind {
  /** Permanent word, part of the ids of its mutants. */
  readonly kind: string;
  /** What is done to the answer, as a sentence. */
  readonly title: string;
  /** Who has to notice: the judge of the exchange, or a check that a step made of it. */
  readonly noticedBy: 'judge' | 'checks';
  plant(answer: RecordedAnswer): Iterable<Planted>;
}
