import type { JsonType } from '../../contract/schema/json-type.js';
import type { Durations } from './timing.js';

/** Stands for the place of a scenario where the harness called by itself, before or after all of them. */
export const outsideScenarios = -1;

/** Scenario (its place in the list of scenarios, as text) to the exchange that shows something there. */
export type Witnesses = Readonly<Record<string, string>>;

/** What kind of message a shape was seen in: an answer that says yes, one that does not, or a call of the platform. */
export type MessageKind = 'success' | 'refusal' | 'inbound';

/** Type of a place in a message: a JSON type, `none` for no body, `text` for one that is no JSON. */
export type ObservedType = JsonType | 'none' | 'text';

/** A member of an object, over all objects of one form. */
export interface ObservedMember {
  /** Sorted. */
  readonly types: readonly ObservedType[];
  /** `sometimes` when an object of the same form, in the same scenario, lacked it. */
  readonly presence: 'always' | 'sometimes';
  /** Objects that had it. */
  readonly seen: number;
  /** False when the judge found that the contract does not name it. */
  readonly documented: boolean;
}

/** Objects that were at the same place, in the same state, with the same members. */
export interface ObservedObject {
  readonly kind: MessageKind;
  /** Place in the message, RFC 6901 with `*` for any item: empty for the message, `/body`, `/body/items/*`. */
  readonly at: string;
  /** Members that tell the object's state, such as `issuerCardStatus=1`; empty where there are none. */
  readonly state: string;
  /** By pointer relative to the object: `alias`, `tags/*`; `headers/retry-after` and `body` below the message itself. */
  readonly members: Readonly<Record<string, ObservedMember>>;
  /** How many there were. */
  readonly objects: number;
  readonly witnesses: Witnesses;
}

/** A word that was seen at a place whose words the contract lists, or in the media type. */
export interface ObservedValue {
  readonly kind: MessageKind;
  /** Place in the message, as above, down to the member. */
  readonly at: string;
  /** As plain text, without its JSON type. */
  readonly value: string;
  /** False when the judge found that the contract does not list it. */
  readonly documented: boolean;
  /** Where it stayed: not overtaken by a later reading of the same object in the scenario. */
  readonly settled: Witnesses;
  /** Where it was seen in passing only. */
  readonly passing: Witnesses;
}

/** How an operation answered in one scenario. */
export interface ObservedCalls {
  /** Place in the list of scenarios. */
  readonly scenario: number;
  /**
   * `200`, `409 refused_by_state`, `200 refused validation_failed` (refused by its body alone), `no answer: reset`. In order
   * of the calls for writing operations; for reading ones, which poll, each once in order of appearance.
   */
  readonly answers: readonly string[];
  /** The exchange of each. */
  readonly exchanges: readonly string[];
}

/** What was seen of one operation. */
export interface ObservedOperation {
  readonly operationId: string;
  /** Method and path template, such as `GET /cards/{cardId}`; null for a call of the platform. */
  readonly operation: string | null;
  /** How often each status was seen (`200`, `no answer: reset`), sorted. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly calls: readonly ObservedCalls[];
  readonly objects: readonly ObservedObject[];
  readonly values: readonly ObservedValue[];
  /** From send to last byte, in milliseconds; null when nothing was measured. */
  readonly duration: Durations | null;
}
