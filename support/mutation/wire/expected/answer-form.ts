import { isObject, localPointer, pointerOf, valueAt, type JsonObject } from '../../../json/json-pointer.js';
import { isMarked, markAt, type Mark } from './mark.js';

/** What the contract says about one answer of an operation, references followed. */
export interface AnswerForm {
  /** JSON Pointer of the response in the document. */
  readonly pointer: string;
  readonly mark: Mark;
  /** Null where the response says nothing of its own about how well it is known. */
  readonly ownMark: Mark | null;
  /** Media types in lower case, each with the pointer of its schema. */
  readonly content: ReadonlyMap<string, string>;
}

/** The responses of an operation by key, as the document has them. */
export function responseKeys(document: JsonObject, operationPointer: string): readonly string[] {
  const responses = valueAt(document, `${operationPointer}/responses`);
  return isObject(responses) ? Object.keys(responses).filter((key) => !key.startsWith('x-')) : [];
}

/** The form documented for a status: by its code, by its range, by default; null when there is none. */
export function documentedForm(document: JsonObject, operationPointer: string, status: number): AnswerForm | null {
  const keys = responseKeys(document, operationPointer);
  const wanted = [String(status), `${String(status)[0] ?? ''}XX`, 'DEFAULT'];
  const key = wanted
    .map((word) => keys.find((known) => known.toUpperCase() === word))
    .find((known) => known !== undefined);
  return key === undefined ? null : formAt(document, operationPointer + pointerOf('responses', key));
}

/** The first form documented for the class of a status (2xx, 4xx, ...); null when there is none. */
export function formOfClass(document: JsonObject, operationPointer: string, status: number): AnswerForm | null {
  const key = responseKeys(document, operationPointer).find((known) => known[0] === String(status)[0]);
  return key === undefined ? null : formAt(document, operationPointer + pointerOf('responses', key));
}

function formAt(document: JsonObject, at: string): AnswerForm {
  const value = valueAt(document, at);
  if (!isObject(value)) throw new Error(`the contract has no response at ${at}`);
  const target = typeof value['$ref'] === 'string' ? localPointer(value['$ref']) : null;
  if (target !== null) return formAt(document, target);
  const mark = markAt(document, at);
  const content = isObject(value['content']) ? Object.keys(value['content']) : [];
  return {
    pointer: at,
    mark,
    ownMark: isMarked(value) ? mark : null,
    content: new Map(content.map((type) => [type.toLowerCase(), at + pointerOf('content', type, 'schema')])),
  };
}

/** The schema of a form's JSON body, or null. */
export function jsonSchemaOf({ content }: AnswerForm): string | null {
  return content.get('application/json') ?? null;
}
