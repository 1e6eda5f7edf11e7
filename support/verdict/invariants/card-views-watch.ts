import type { Exchange } from '../../trace/exchange.js';
import type { Members } from '../../trace/transitions/json-members.js';
import { nothingToSay, type InvariantFinding, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects } from './seen-objects.js';
import { plainMember } from './stays-the-same.js';

/** A value that a view showed. */
interface Shown {
  readonly value: string;
  readonly view: string;
  readonly exchangeId: string;
}

/**
 * Two views that take turns: the last other value came from another view, and this one was shown before it. A change that takes
 * its time is shown once, whatever the views, and never goes back by itself.
 */
function contradiction(before: readonly Shown[], now: Shown): Shown | undefined {
  const index = before.findLastIndex(({ value }) => value !== now.value);
  const other = before[index];
  if (other === undefined || other.view === now.view) return undefined;
  return before.slice(0, index).some(({ value }) => value === now.value) ? other : undefined;
}

/** What views show of a card beside its state and type, which have rules of their own. */
const members: Readonly<Record<string, (seen: Members) => string | undefined>> = {
  transactionLimit: plainMember('transactionLimit'),
  nameOnCard: plainMember('nameOnCard'),
  cardType: plainMember('cardType'),
};

/**
 * Views agree on a card between two calls that write; told once a member, since each view writes it in one way. Which limit a view
 * shows of a card without one of its own is not stated.
 */
export const viewsAgree = (): InvariantWatch => {
  const shown = new Map<string, readonly Shown[]>();
  const told = new Set<string>();
  const look = (exchange: Exchange): InvariantFinding => {
    const view = exchange.operationId ?? '';
    let evaluated = 0;
    const violations: InvariantViolation[] = [];
    for (const { kind, id, members: seen } of seenObjects(exchange)) {
      for (const [name, valueOf] of kind === 'card' ? Object.entries(members) : []) {
        const value = valueOf(seen);
        if (value === undefined) continue;
        const key = `${labelScopeOf(exchange)} ${id} ${name}`;
        const before = shown.get(key) ?? [];
        const now: Shown = { value, view, exchangeId: exchange.id };
        if (before.some((each) => each.view !== view)) evaluated += 1;
        const latest = before.at(-1);
        if (latest?.value !== value || latest.view !== view) shown.set(key, [...before, now]);
        const other = contradiction(before, now);
        if (other === undefined || told.has(name)) continue;
        told.add(name);
        const message = `expected ${name} of card ${id} to be the same in every view, received two from ${other.view} and ${view} in turns`;
        violations.push({ exchangeIds: [other.exchangeId, exchange.id], message });
      }
    }
    return { evaluated, violations };
  };
  return {
    exchange: (exchange) => {
      if (exchange.request.method === 'GET') return look(exchange);
      shown.clear();
      return nothingToSay;
    },
  };
};
