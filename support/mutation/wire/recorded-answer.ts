import type { Contract } from '../../contract/contract.js';
import type { JsonObject } from '../../json/json-pointer.js';
import type { Exchange, ExchangeResponse, Json } from '../../trace/exchange.js';
import { documentedForm, jsonSchemaOf, type AnswerForm } from './expected/answer-form.js';
import { markAt, type Mark } from './expected/mark.js';
import { placesOf, type Place } from './expected/place.js';

/** A recorded answer with what the contract says about it, as the kinds of mutants need it. */
export interface RecordedAnswer {
  readonly document: JsonObject;
  readonly operationId: string;
  /** JSON Pointer of the operation in the document. */
  readonly operationPointer: string;
  readonly operationMark: Mark;
  readonly exchange: Exchange;
  readonly response: ExchangeResponse;
  /** The form documented for it. */
  readonly form: AnswerForm;
  /** The JSON body; undefined where it is none. */
  readonly json: Json | undefined;
  /** Every documented place of the JSON body, its root first; empty without one. */
  readonly places: readonly Place[];
}

/**
 * Prepares an exchange for mutating. Null where there is nothing to mutate: no answer, no operation of the contract, an
 * answer that a server of ours replayed, or one of a form that the contract does not have.
 */
export function recordedAnswer(contract: Contract, exchange: Exchange): RecordedAnswer | null {
  const { response, operationId } = exchange;
  const operation = contract.operations.get(operationId ?? '');
  if (response === null || operation === undefined || exchange.replayed === true) return null;
  const document = contract.document as unknown as JsonObject;
  const form = documentedForm(document, operation.pointer, response.status);
  if (form === null) return null;
  const schema = jsonSchemaOf(form);
  const json = response.body.kind === 'json' ? response.body.value : undefined;
  return {
    ...{ document, operationId: operation.operationId, operationPointer: operation.pointer },
    operationMark: markAt(document, operation.pointer),
    ...{ exchange, response, form, json },
    places: json === undefined || schema === null ? [] : [...placesOf(document, schema, json)],
  };
}
