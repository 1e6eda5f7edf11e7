import { idOf } from '../../trace/transitions/json-members.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { seenObjects } from './seen-objects.js';

/** Calls that issue a card to the cardholder at the end of their path. */
const issuing: ReadonlySet<string | null> = new Set(['issueVirtualCard', 'issuePhysicalCard']);

/** Wherever a card the run was issued is shown with a cardholder, it is the one of the issuing call; told once a card. */
export const ownerAsIssued = (): InvariantWatch => {
  const owners = new Map<string, { readonly owner: string; readonly exchangeId: string }>();
  const told = new Set<string>();
  return {
    exchange: (exchange) => {
      const cards = seenObjects(exchange).filter(({ kind }) => kind === 'card');
      if (cards.length === 0) return nothingToSay;
      if (issuing.has(exchange.operationId)) {
        const owner = exchange.request.path.split('/')[3];
        for (const { id } of cards) if (owner !== undefined) owners.set(id, { owner, exchangeId: exchange.id });
        return nothingToSay;
      }
      let evaluated = 0;
      const violations: InvariantViolation[] = [];
      for (const { id, members } of cards) {
        const issued = owners.get(id);
        const shown = idOf(members['cardholderId']);
        if (issued === undefined || shown === null) continue;
        evaluated += 1;
        if (shown === issued.owner || told.has(id)) continue;
        told.add(id);
        const message = `expected card ${id} to be of cardholder ${issued.owner}, received cardholder ${shown}`;
        violations.push({ exchangeIds: [issued.exchangeId, exchange.id], message });
      }
      return { evaluated, violations };
    },
  };
};
