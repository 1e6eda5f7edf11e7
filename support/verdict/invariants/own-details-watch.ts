import type { Exchange, Json } from '../../trace/exchange.js';
import { idOf, requestOf, type Members } from '../../trace/transitions/json-members.js';
import { isAccepted, member } from '../checks/answer.js';
import { nothingToSay, type InvariantFinding, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects, type SeenObject } from './seen-objects.js';

/** What tells a person, and by which names views of a cardholder and of a card show it (E-11). */
const details: Readonly<Record<string, readonly string[]>> = {
  emailAdr: ['emailAdr'],
  cellNum: ['cellNum'],
  phoneNum: ['phoneNum'],
  firstName: ['firstName', 'cardHolderFirstName'],
  lastName: ['lastName', 'cardHolderLastName'],
};

const issuing: ReadonlySet<string> = new Set(['issueVirtualCard', 'issuePhysicalCard']);

/** All that was ever sent about one cardholder and its cards, as `detail value`: later values stand beside earlier ones. */
type Sent = Set<string>;

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * No view of a cardholder, or of one of its cards, shows what was sent about another one and never about this one. A value that nobody
 * sent says nothing: a target may write it otherwise. Told once an object.
 */
export const nobodyElsesDetails = (): InvariantWatch => {
  const holders = new Map<string, Sent>();
  const holderOf = new Map<string, string>();
  /** Who a value was sent about; two synthetic persons may have one in common. */
  const about = new Map<string, Set<string>>();
  const told = new Set<string>();

  const keep = (scope: string, holder: string, members: Members): void => {
    const sent = holders.get(holder) ?? new Set<string>();
    holders.set(holder, sent);
    for (const detail of Object.keys(details)) {
      const value = text(members[detail]);
      if (value === undefined) continue;
      sent.add(`${detail} ${value}`);
      const known = about.get(`${scope} ${detail} ${value}`) ?? new Set<string>();
      about.set(`${scope} ${detail} ${value}`, known.add(holder));
    }
  };

  const learn = (exchange: Exchange, scope: string): void => {
    const operation = exchange.operationId ?? '';
    const [, , second = '', third = ''] = exchange.request.path.split('/');
    if (operation === 'createCardholder' && isAccepted(exchange)) {
      const id = idOf(member(exchange, 'cardholderId', 'number') ?? member(exchange, 'cardholderId', 'string'));
      if (id !== null) keep(scope, `${scope} ${id}`, requestOf(exchange));
    }
    if (operation === 'updateCardholder') keep(scope, `${scope} ${second}`, requestOf(exchange));
    if (issuing.has(operation)) {
      const holder = `${scope} ${third}`;
      keep(scope, holder, requestOf(exchange));
      for (const { id } of seenObjects(exchange)) holderOf.set(`${scope} ${id}`, holder);
    }
    const holder = holderOf.get(`${scope} ${second}`);
    if (operation === 'updateCard' && holder !== undefined) keep(scope, holder, requestOf(exchange));
  };

  /** Who a view is about; undefined for whom this run did not make. */
  const ownerOf = ({ kind, id }: SeenObject, scope: string): string | undefined => {
    if (kind === 'cardholder') return `${scope} ${id}`;
    return kind === 'card' ? holderOf.get(`${scope} ${id}`) : undefined;
  };

  return {
    exchange: (exchange): InvariantFinding => {
      const scope = labelScopeOf(exchange);
      learn(exchange, scope);
      let evaluated = 0;
      const violations: InvariantViolation[] = [];
      for (const object of seenObjects(exchange)) {
        const owner = ownerOf(object, scope);
        const own = owner === undefined ? undefined : holders.get(owner);
        if (owner === undefined || own === undefined) continue;
        for (const [detail, names] of Object.entries(details)) {
          const value = names.map((name) => text(object.members[name])).find((shown) => shown !== undefined);
          if (value === undefined) continue;
          evaluated += 1;
          const others = about.get(`${scope} ${detail} ${value}`);
          const isStrange = others !== undefined && !own.has(`${detail} ${value}`);
          if (!isStrange || told.has(`${object.kind} ${object.id}`)) continue;
          told.add(`${object.kind} ${object.id}`);
          const message = `expected ${object.kind} ${object.id} to show its own cardholder's ${detail}, received another cardholder's from ${exchange.request.path}`;
          violations.push({ exchangeIds: [exchange.id], message });
        }
      }
      return evaluated === 0 ? nothingToSay : { evaluated, violations };
    },
  };
};
