import type { Json } from '../../trace/exchange.js';
import type { Members } from '../../trace/transitions/json-members.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { seenObjects, type SeenKind } from './seen-objects.js';

/** A member that never changes, in the form in which two answers are compared. */
export interface StableMember {
  readonly kind: SeenKind;
  /** What it is, in words: "the card's type". */
  readonly words: string;
  /** The compared form; undefined where an answer does not show it. */
  readonly valueOf: (members: Members) => string | undefined;
}

/** Watches a member of every object of a kind: each answer must show what the one before showed. */
export function staysTheSame({ kind, words, valueOf }: StableMember): () => InvariantWatch {
  return () => {
    const last = new Map<string, { readonly value: string; readonly exchangeId: string }>();
    return {
      exchange: (exchange) => {
        const seen = seenObjects(exchange).filter((object) => object.kind === kind);
        if (seen.length === 0) return nothingToSay;
        let evaluated = 0;
        const violations: InvariantViolation[] = [];
        for (const { id, members } of seen) {
          const value = valueOf(members);
          if (value === undefined) continue;
          const before = last.get(id);
          last.set(id, { value, exchangeId: exchange.id });
          if (before === undefined) continue;
          evaluated += 1;
          if (before.value === value) continue;
          const message = `expected ${words} of ${kind} ${id} to stay ${before.value}, received ${value}`;
          violations.push({ exchangeIds: [before.exchangeId, exchange.id], message });
        }
        return { evaluated, violations };
      },
    };
  };
}

/** A member as text; undefined where it is missing or no plain value. */
export function plainMember(name: string): (members: Members) => string | undefined {
  return (members) => textOf(members[name]);
}

/** The last four digits a masked card number shows; undefined where there are fewer. */
export function lastFour(members: Members): string | undefined {
  return /(\d{4})\D*$/.exec(textOf(members['maskedCardNumber']) ?? '')?.[1];
}

/** A creation time in seconds, whichever of its two names and forms it has (C-19, O-14). */
export function creationTime(members: Members): string | undefined {
  const text = textOf(members['dateCreated'] ?? members['createdDatetime']);
  if (text === undefined || /^\d+$/.test(text)) return text;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : String(Math.floor(parsed / 1000));
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
