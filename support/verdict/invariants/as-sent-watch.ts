import type { Exchange, Json } from '../../trace/exchange.js';
import { idOf, requestOf, type Members } from '../../trace/transitions/json-members.js';
import { isAccepted, isRefused, member } from '../checks/answer.js';
import { nothingToSay, type InvariantFinding, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects, type SeenKind } from './seen-objects.js';

/** Which members of a kind of object are as they were sent, and the calls that send them. */
export interface SentMembers {
  readonly kind: SeenKind;
  readonly members: readonly string[];
  /** Calls that create the object; their answer numbers it. */
  readonly creating: readonly string[];
  readonly idMember: string;
  /** The call that changes it; its path numbers it. */
  readonly changing: string | null;
  /** What a violation is told once for: the object, or the member (of which a platform may write every value otherwise). */
  readonly oncePer: 'object' | 'member';
}

/** Values by name, each with the exchange that sent it. */
type Sent = Map<string, SentValue>;
interface SentValue {
  readonly value: string;
  readonly exchangeId: string;
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}

/** The same whatever the case, or cut off where it was too long: how long a label may be is not stated. */
function agrees(sent: string, shown: string): boolean {
  return shown !== '' && sent.toLowerCase().startsWith(shown.toLowerCase());
}

/** The number of the object that an exchange sends members of, or null. */
function changedIn(exchange: Exchange, { creating, idMember, changing }: SentMembers): string | null {
  const { operationId } = exchange;
  if (operationId !== null && operationId === changing) return exchange.request.path.split('/')[2] ?? null;
  if (!creating.includes(operationId ?? '') || !isAccepted(exchange)) return null;
  return idOf(member(exchange, idMember, 'number') ?? member(exchange, idMember, 'string'));
}

/**
 * Watches members that were sent: every answer that shows one shows it as it was sent last. A refused call has no effect;
 * after one that says nothing about itself, nothing is known of what it sent.
 */
export function readsAsSent(sentMembers: SentMembers): () => InvariantWatch {
  const { kind, members: names, oncePer } = sentMembers;
  return () => {
    const all = new Map<string, Sent>();
    const told = new Set<string>();
    const learn = (exchange: Exchange) => {
      const id = changedIn(exchange, sentMembers);
      if (id === null || isRefused(exchange)) return;
      const key = `${labelScopeOf(exchange)} ${id}`;
      const sent: Sent = all.get(key) ?? new Map<string, SentValue>();
      all.set(key, sent);
      const asked: Members = requestOf(exchange);
      for (const name of names.filter((known) => asked[known] !== undefined)) {
        const value = isAccepted(exchange) ? textOf(asked[name]) : undefined;
        if (value === undefined || value === '') sent.delete(name);
        else sent.set(name, { value, exchangeId: exchange.id });
      }
    };
    return {
      exchange: (exchange): InvariantFinding => {
        learn(exchange);
        // What looks for the effect of a call that was lost is no call of a step (it has no ordinal): that call is on record only after it.
        if (exchange.ordinal === undefined) return nothingToSay;
        const keyOf = (id: string): string => `${labelScopeOf(exchange)} ${id}`;
        const objects = seenObjects(exchange).filter((object) => object.kind === kind && all.has(keyOf(object.id)));
        if (objects.length === 0) return nothingToSay;
        let evaluated = 0;
        const violations: InvariantViolation[] = [];
        for (const { id, members } of objects) {
          for (const [name, { value, exchangeId }] of all.get(keyOf(id)) ?? []) {
            const shown = textOf(members[name]);
            if (shown === undefined) continue;
            evaluated += 1;
            const once = oncePer === 'object' ? id : name;
            if (agrees(value, shown) || told.has(once)) continue;
            told.add(once);
            const message = `expected ${name} of ${kind} ${id} as it was sent, received another one from ${exchange.request.path}`;
            violations.push({ exchangeIds: [exchangeId, exchange.id], message });
          }
        }
        return { evaluated, violations };
      },
    };
  };
}
