import { isAccepted } from '../checks/answer.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { seenObjects } from './seen-objects.js';
import { shownAddresses } from './shown-addresses.js';
import { sharedByNobody } from './unshared-watch.js';

/** The answers that have a card's addresses. What the items of a list have is stated nowhere. Source: docs/funding-and-deposits. */
const withAddresses: ReadonlySet<string | null> = new Set([
  'issueVirtualCard',
  'issuePhysicalCard',
  'getCard',
  'getCardDetails',
]);

/** No two cards share a deposit address. */
export const addressesOfOneCard = sharedByNobody('the deposit addresses', (exchange) =>
  shownAddresses(exchange).flatMap(({ card, addresses }) =>
    addresses.map((value) => ({ owner: `card ${card}`, value })),
  ),
);

/** An address that was shown for a card is among those of every later answer that shows them; told once a card. */
export const addressesStay = (): InvariantWatch => {
  const known = new Map<string, { readonly addresses: Set<string>; readonly exchangeId: string }>();
  const told = new Set<string>();
  return {
    exchange: (exchange) => {
      if (!withAddresses.has(exchange.operationId)) return nothingToSay;
      let evaluated = 0;
      const violations: InvariantViolation[] = [];
      for (const { card, addresses } of shownAddresses(exchange)) {
        const before = known.get(card);
        if (before === undefined) {
          known.set(card, { addresses: new Set(addresses), exchangeId: exchange.id });
          continue;
        }
        evaluated += 1;
        const shown = new Set(addresses);
        const gone = [...before.addresses].filter((address) => !shown.has(address)).length;
        for (const address of addresses) before.addresses.add(address);
        if (gone === 0 || told.has(card)) continue;
        told.add(card);
        const message = `expected card ${card} to keep its deposit addresses, received a list without ${String(gone)} of them`;
        violations.push({ exchangeIds: [before.exchangeId, exchange.id], message });
      }
      return { evaluated, violations };
    },
  };
};

/** States in which a card is not issued yet, or never will be: cardStatus 0 and 2, issuerCardStatus 0. */
const unissued: Readonly<Record<string, readonly number[]>> = { cardStatus: [0, 2], issuerCardStatus: [0] };

/** Every issued card has addresses from the answer that issues it, activated or not; told once a card. */
export const addressesFromTheStart = (): InvariantWatch => {
  const told = new Set<string>();
  return {
    exchange: (exchange) => {
      if (!withAddresses.has(exchange.operationId) || !isAccepted(exchange)) return nothingToSay;
      const [card] = seenObjects(exchange);
      const [shown] = shownAddresses(exchange);
      if (card === undefined || shown === undefined) return nothingToSay;
      const waits = Object.entries(unissued).some(([name, states]) =>
        states.includes(Number(card.members[name] ?? -1)),
      );
      if (waits) return nothingToSay;
      if (shown.addresses.length > 0 || told.has(card.id)) return { evaluated: 1, violations: [] };
      told.add(card.id);
      const message = `expected card ${card.id} to have deposit addresses once it is issued, received none`;
      return { evaluated: 1, violations: [{ exchangeIds: [exchange.id], message }] };
    },
  };
};
