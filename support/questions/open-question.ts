import type { Json } from '../trace/exchange.js';

/** A further fact of the same exchange: its value, or whether there is one that is not null. */
export type ProbeCondition = { readonly pointer: string } & (
  { readonly equals: string | number | boolean | null } | { readonly present: boolean }
);

/** What of a value names the reading: the value, its JSON type, its presence, its form, or the value as the answer. */
export type ProbeBy = 'value' | 'type' | 'presence' | 'form' | 'itself';

/** Answers a question from one exchange. Shape and meaning: `schemas/evidence/open-questions.schema.json`. */
export interface Probe {
  /** One operation, several, or `*` for every one. */
  readonly operation: string | readonly string[];
  /** `any`, a class such as `4XX`, or one code. */
  readonly condition: string;
  readonly when?: readonly ProbeCondition[];
  readonly pointer: string;
  /** True where the pointer means the body itself, never an object wrapped inside it. */
  readonly exact?: boolean;
  readonly by: ProbeBy;
  readonly map?: Readonly<Record<string, string>>;
  /** The side of the question this answers, in words; answers of different sides do not conflict. */
  readonly facet?: string;
}

/** Answers a question from several exchanges of a row's scenario; the evaluator of the question does it. */
export interface RowWay {
  readonly row: string;
  readonly operations: readonly string[];
  readonly what: string;
}

/** One way to answer. */
export type AnswerWay = Probe | RowWay;

/** A question of the register that is asked itself. */
export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
  readonly sources: readonly string[];
  /** Legal answers by a short word. */
  readonly readings: Readonly<Record<string, string>>;
  /** Readings that hold when all of the named ones were seen. */
  readonly combines?: Readonly<Record<string, readonly string[]>>;
  readonly answeredBy: 'people' | readonly AnswerWay[];
}

/** The same question under another id. */
export interface AliasQuestion {
  readonly id: string;
  readonly question: string;
  readonly sameAs: readonly string[];
}

/** An entry of `open-questions.yaml`. */
export type OpenQuestion = AskedQuestion | AliasQuestion;

/** True for a way that looks at the scenario of a row. */
export function isRowWay(way: AnswerWay): way is RowWay {
  return 'row' in way;
}

/** True for an entry that leads to others. */
export function isAlias(question: OpenQuestion): question is AliasQuestion {
  return 'sameAs' in question;
}

/** The operations a probe looks at; null for every one. */
export function operationsOf({ operation }: Probe): readonly string[] | null {
  if (operation === '*') return null;
  return typeof operation === 'string' ? [operation] : operation;
}

/** The JSON type words probes use. */
export function jsonTypeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
