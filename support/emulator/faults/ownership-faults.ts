import type { Json } from '../../trace/exchange.js';
import { textOf } from '../http/text-of.js';
import type { JsonObject } from '../http/call.js';
import type { Fault, Faults } from './fault.js';
import { listed, reshaping } from './plant-answers.js';

const issuing: readonly string[] = ['issueVirtualCard', 'issuePhysicalCard'];
const reading: readonly string[] = ['getCard', 'getCardDetails'];
const linking: readonly string[] = ['submitKyc', 'refreshKycUrl'];

/** Faults of what one card or one cardholder has alone. */
export const ownershipFaults: Faults = {
  'deposits/addresses-shared-by-cards': sharing([...issuing, ...reading], 'cryptoAddresses', () => 'all'),
  'deposits/physical-card-without-addresses': reshaping([...issuing, ...reading], (members) =>
    members['type'] === 'physical' ? { ...members, cryptoAddresses: [] } : members,
  ),
  'deposits/physical-addresses-change': reshaping(reading, (members) =>
    members['type'] === 'physical' ? { ...members, cryptoAddresses: altered(members) } : members,
  ),
  'lifecycle/one-link-for-everybody': sharing(linking, 'applicationLink', () => 'all'),
  'lifecycle/refresh-gives-the-first-link': sharing(linking, 'applicationLink', (pathId) => pathId),
};

/** Whoever shares a key is given what the first of them was. */
function sharing(operations: readonly string[], name: string, keyOf: (pathId: string) => string): Fault {
  return (sound) => {
    const first = new Map<string, Json>();
    return reshaping(operations, (members, { pathId }) => {
      const key = keyOf(pathId);
      const value = first.get(key) ?? members[name] ?? null;
      first.set(key, value);
      return { ...members, [name]: value };
    })(sound);
  };
}

/** Addresses that were never given out: the card's own with other last characters. */
function altered(members: JsonObject): readonly JsonObject[] {
  return listed(members, 'cryptoAddresses').map((item) => ({
    ...item,
    address: `${textOf(item['address']).slice(0, -4)}2222`,
  }));
}
