import { duplicateKeys } from '../../json/duplicate-keys.js';
import { parseYaml } from '../../config/parse-yaml.js';
import { errorCode, readProblem } from '../../config/read-problem.js';
import { withoutMark } from '../../config/read-text.js';
import { contractError } from '../../messages/contract-messages.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';

/** Reads a text file; rejects when it cannot. Injected so that loading can be tested without a disk. */
export type ReadText = (path: string) => Promise<string>;

/**
 * Reads a YAML 1.2 or JSON file into plain JSON. A duplicate member, a second document or anything but an object at the
 * root is CON-102, an unreadable file CON-101.
 */
export async function readDocument(read: ReadText, file: string): Promise<JsonObject> {
  return parseText(await readContractText(read, file), file);
}

async function readContractText(read: ReadText, file: string): Promise<string> {
  try {
    return await read(file);
  } catch (cause) {
    throw contractError('CON-101', { file, problem: whyUnread(cause) }, cause);
  }
}

/** Parses the YAML or JSON text of a contract; see {@link readDocument}. */
export function parseText(text: string, file: string): JsonObject {
  try {
    return parseObject(text);
  } catch (cause) {
    throw contractError('CON-102', { file, problem: reasonOf(cause) }, cause);
  }
}

/**
 * Parses YAML 1.2 or JSON text that holds one object. Throws an ordinary error that says what is wrong and where.
 *
 * JSON is YAML too, but a YAML parser takes many times as long for it: seconds for the largest contracts there are.
 */
export function parseObject(text: string): JsonObject {
  const value = parsedJson(withoutMark(text)) ?? parseYaml(text);
  if (!isObject(value)) throw new Error('the root is not an object');
  return value;
}

function parsedJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // Perhaps YAML in braces; if not, the YAML parser says what is wrong and where.
  }
  const [twice] = duplicateKeys(text);
  if (twice !== undefined) throw new Error(`the member ${twice} is there twice`);
  return value;
}

/** Why a text could not be read: what the system says in words of ours, or what its reader says. */
export function whyUnread(cause: unknown): string {
  return errorCode(cause) === null ? reasonOf(cause) : readProblem(cause);
}

/** The sentence of an unknown error. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
