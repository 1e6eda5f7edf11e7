import { isObject, type JsonObject } from '../json/json-pointer.js';
import { parseJson } from '../evidence/verify/parse-json.js';
import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** The contract document a pack froze. VFY-302 (exit 4) for what is no JSON object. */
export function contractedDocument(text: string, file: string): JsonObject {
  const document = parseJson(text, file);
  if (isObject(document)) return document;
  throw damaged('VFY-302', { file, problem: 'it is no JSON object' });
}
