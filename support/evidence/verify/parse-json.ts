import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Parses JSON that our own writer made; VFY-302 names `file`, with the line where there is one, when it is not JSON. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged('VFY-302', { file, problem: 'it is not JSON' }, cause);
  }
}
