import { contractError } from '../../messages/contract-messages.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { parseObject, whyUnread, type ReadText } from './read-document.js';

/** One change of an overlay: `update` is undefined where the action removes. */
export interface OverlayAction {
  /** JSONPath, RFC 9535. */
  readonly target: string;
  readonly remove: boolean;
  readonly update: unknown;
}

/** An OpenAPI Overlay 1.0 document. */
export interface Overlay {
  readonly file: string;
  readonly actions: readonly OverlayAction[];
}

const overlayMembers: Readonly<Record<string, (value: unknown) => string | null>> = {
  overlay: (value) => (typeof value === 'string' && /^1\.0\.\d+$/.test(value) ? null : 'version 1.0.x as text'),
  info: (value) =>
    isObject(value) && typeof value['title'] === 'string' && typeof value['version'] === 'string'
      ? null
      : 'an object with title and version',
  extends: (value) => (value === undefined || typeof value === 'string' ? null : 'a URL as text'),
  actions: (value) => (Array.isArray(value) && value.length > 0 ? null : 'a list with at least one action'),
};

const actionMembers: Readonly<Record<string, (value: unknown) => string | null>> = {
  target: (value) => (typeof value === 'string' && value.startsWith('$') ? null : 'a JSONPath that starts with $'),
  description: (value) => (value === undefined || typeof value === 'string' ? null : 'text'),
  remove: (value) => (value === undefined || typeof value === 'boolean' ? null : 'true or false'),
  update: () => null,
};

/** Reads an overlay file. Unreadable is CON-120; anything not of the Overlay 1.0 form is CON-121 with the place. */
export async function readOverlay(read: ReadText, file: string): Promise<Overlay> {
  let document: JsonObject;
  try {
    document = parseObject(await read(file));
  } catch (cause) {
    throw contractError('CON-120', { file, problem: whyUnread(cause) }, cause);
  }
  return overlayOf(document, file);
}

/** Checks the form of an overlay document; see {@link readOverlay}. */
export function overlayOf(document: JsonObject, file: string): Overlay {
  checkMembers(document, overlayMembers, '', file);
  const actions = (document['actions'] as unknown[]).map((action, index) => {
    const pointer = pointerOf('actions', index);
    if (!isObject(action)) throw contractError('CON-121', { file, pointer, expected: 'an action object' });
    checkMembers(action, actionMembers, pointer, file);
    const remove = action['remove'] === true;
    if (!remove && !Object.hasOwn(action, 'update')) {
      throw contractError('CON-121', { file, pointer, expected: 'update, or remove: true' });
    }
    return { target: action['target'] as string, remove, update: remove ? undefined : action['update'] };
  });
  return { file, actions };
}

function checkMembers(
  object: JsonObject,
  members: Readonly<Record<string, (value: unknown) => string | null>>,
  pointer: string,
  file: string,
): void {
  for (const [name, check] of Object.entries(members)) {
    const expected = check(object[name]);
    if (expected !== null) throw contractError('CON-121', { file, pointer: pointer + pointerOf(name), expected });
  }
  for (const name of Object.keys(object)) {
    if (Object.hasOwn(members, name) || name.startsWith('x-')) continue;
    const expected = `no member of this name, only ${Object.keys(members).join(', ')} and x-…`;
    throw contractError('CON-121', { file, pointer: pointer + pointerOf(name), expected });
  }
}
