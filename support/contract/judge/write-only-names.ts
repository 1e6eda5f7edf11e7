import type { Contract } from '../contract.js';
import { walkDocument } from '../document/document-walk.js';
import { segmentsOf } from '../../json/json-pointer.js';

const known = new WeakMap<Contract, ReadonlySet<string>>();

/** Names of the members that a contract marks `writeOnly`, wherever they are described. Worked out once per contract. */
export function writeOnlyNames(contract: Contract): ReadonlySet<string> {
  const earlier = known.get(contract);
  if (earlier !== undefined) return earlier;
  const names = new Set<string>();
  walkDocument(contract.document, ({ kind, value, pointer }) => {
    const [holder, name] = segmentsOf(pointer).slice(-2);
    if (kind === 'schema' && value['writeOnly'] === true && holder === 'properties' && name !== undefined)
      names.add(name);
  });
  known.set(contract, names);
  return names;
}
