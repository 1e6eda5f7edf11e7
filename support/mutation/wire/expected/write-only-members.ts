import type { ExpectedClass } from '../wire-mutant.js';
import { isObject, type JsonObject } from '../../../json/json-pointer.js';

const known = new WeakMap<JsonObject, readonly string[]>();

/** Names of the members that a contract calls `writeOnly` somewhere, in alphabetical order. Worked out once per document. */
export function writeOnlyMembers(document: JsonObject): readonly string[] {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const names = new Set<string>();
  collect(document, names);
  const found = [...names].sort();
  known.set(document, found);
  return found;
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, names);
  if (!isObject(value)) return;
  const properties = isObject(value['properties']) ? value['properties'] : {};
  for (const [name, part] of Object.entries(properties))
    if (isObject(part) && part['writeOnly'] === true) names.add(name);
  for (const part of Object.values(value)) collect(part, names);
}

/**
 * Answers that may show card data, with the members: the pages contradict each other about them, so the agreed table names
 * these and no others.
 */
const shown: Readonly<Record<string, readonly string[]>> = {
  issueVirtualCard: ['cardNumber', 'expMonth', 'expYear', 'cvv'],
  issuePhysicalCard: ['cardNumber', 'expMonth', 'expYear', 'cvv'],
  getCardDetails: ['cardNumber', 'expMonth', 'expYear', 'cvv'],
};

/** Whether an answer of an operation may carry a member of card data. */
export function mayCarry(operationId: string, member: string): boolean {
  return shown[operationId]?.includes(member) ?? false;
}

/** What a member should bring that is only ever sent and comes back. */
export function returned(name: string): { readonly expected: ExpectedClass; readonly because: string } {
  return { expected: 'fail', because: `${name} is writeOnly in the contract, so that no answer holds it (OpenAPI)` };
}
