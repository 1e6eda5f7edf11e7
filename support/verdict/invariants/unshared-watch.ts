import type { Exchange } from '../../trace/exchange.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';

/** A value that was shown for somebody. */
export interface OwnedValue {
  /** Whose it is, in words: "card 80". */
  readonly owner: string;
  /** In the form in which two values are compared. */
  readonly value: string;
}

/**
 * Watches values that are one owner's alone: none may be shown for another one. Told once an owner, without the value; the
 * first owner it was shown for keeps it.
 */
export function sharedByNobody(words: string, valuesOf: (exchange: Exchange) => readonly OwnedValue[]) {
  return (): InvariantWatch => {
    const first = new Map<string, { readonly owner: string; readonly exchangeId: string }>();
    const told = new Set<string>();
    return {
      exchange: (exchange) => {
        const shown = valuesOf(exchange);
        if (shown.length === 0) return nothingToSay;
        const violations: InvariantViolation[] = [];
        for (const { owner, value } of shown) {
          const known = first.get(value);
          if (known === undefined) first.set(value, { owner, exchangeId: exchange.id });
          if (known === undefined || known.owner === owner || told.has(owner)) continue;
          told.add(owner);
          const message = `expected ${words} of ${owner} to be nobody else's, received one that ${known.owner} has`;
          violations.push({ exchangeIds: [known.exchangeId, exchange.id], message });
        }
        return { evaluated: shown.length, violations };
      },
    };
  };
}
