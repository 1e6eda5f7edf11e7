import type { Exchange } from '../../trace/exchange.js';
import { idOf } from '../../trace/transitions/json-members.js';
import { isAccepted, isRefused, items, member, numberMember } from '../checks/answer.js';
import { nothingToSay, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';
import { seenObjects } from './seen-objects.js';
import { answeredAt } from './target-time.js';

/** Calls that make what a list shows, by the list. */
const makers: Readonly<Record<string, { readonly idMember: string; readonly by: readonly string[] }>> = {
  listCardholders: { idMember: 'cardholderId', by: ['createCardholder'] },
  listCards: { idMember: 'cardId', by: ['issueVirtualCard', 'issuePhysicalCard'] },
};

/** States of what a list may leave out: a card that is not issued or closed, a deleted cardholder. */
const leftOut: Readonly<Record<string, { readonly member: string; readonly states: readonly number[] }>> = {
  cardholder: { member: 'status', states: [5] },
  card: { member: 'issuerCardStatus', states: [0, 3] },
};

/** Query parameters that leave all that is known about in the list; a window is looked at on its own. */
const harmless: ReadonlySet<string> = new Set([
  'limit',
  'offset',
  'orderBy',
  'sort',
  'after',
  'before',
  'cardholderId',
]);

/** Seconds a list may lag behind a creation, by the target's clock; no page says that it is immediate. */
const lag = 60;

/** An object the run made: and when by the target's clock. */
interface Made {
  readonly id: string;
  readonly at: number;
  readonly exchangeId: string;
}

/** A list that shows all its matches on one page. */
function isWhole(exchange: Exchange): boolean {
  const count = exchange.withheld === undefined ? items(exchange)?.length : undefined;
  const [total, limit] = ['total', 'limit'].map((name) => numberMember(exchange, name));
  const starts = Number(exchange.request.query['offset'] ?? '0') === 0;
  return starts && count !== undefined && limit !== undefined && count < limit && total !== undefined && total <= count;
}

function isMeant({ at }: Made, { request }: Exchange, now: number): boolean {
  const { after, before } = request.query;
  const late = before === undefined ? now : Math.min(now, Number(before));
  return at <= late - lag && (after === undefined || at >= Number(after) + lag);
}

/** Shards on the emulator have a platform each: what one of them made is missing in none of the others' lists. */
function keyIn(exchange: Exchange, list: string): string {
  return `${labelScopeOf(exchange)} ${list}`;
}

/** What the run made for a minute is on every whole list that should have it; told once an object. */
export const nothingMissing = (): InvariantWatch => {
  const made = new Map<string, Made[]>();
  const excused = new Set<string>();
  const told = new Set<string>();
  const learn = (exchange: Exchange) => {
    for (const { kind, id, members } of seenObjects(exchange)) {
      const ended = leftOut[kind];
      if (ended?.states.includes(Number(members[ended.member] ?? -1)) === true) excused.add(`${kind} ${id}`);
    }
    const [list, { idMember, by } = { idMember: '', by: [] }] =
      Object.entries(makers).find(([, maker]) => maker.by.includes(exchange.operationId ?? '')) ?? [];
    const at = answeredAt(exchange);
    if (list === undefined || at === undefined || !isAccepted(exchange) || by.length === 0) return;
    const id = idOf(member(exchange, idMember, 'number') ?? member(exchange, idMember, 'string'));
    const owner = exchange.request.path.split('/')[3];
    if (id !== null) {
      const one: Made = { id, at, exchangeId: exchange.id };
      for (const key of [list, `${list} ${owner ?? ''}`].map((each) => keyIn(exchange, each))) {
        const known = made.get(key);
        if (known === undefined) made.set(key, [one]);
        else known.push(one);
      }
    }
  };
  return {
    exchange: (exchange) => {
      learn(exchange);
      const holder = exchange.request.query['cardholderId'];
      const key = keyIn(exchange, `${exchange.operationId ?? ''}${holder === undefined ? '' : ` ${holder}`}`);
      const known = made.get(key) ?? [];
      const now = answeredAt(exchange);
      const isPlain = Object.keys(exchange.request.query).every((name) => harmless.has(name));
      if (known.length === 0 || now === undefined || !isPlain || !isAccepted(exchange) || !isWhole(exchange))
        return nothingToSay;
      const [kind, words] = exchange.operationId === 'listCards' ? ['card', 'cards'] : ['cardholder', 'cardholders'];
      const shown = new Set(seenObjects(exchange).map(({ id }) => id));
      const meant = known.filter((each) => isMeant(each, exchange, now) && !excused.has(`${kind} ${each.id}`));
      const missing = meant.filter(({ id }) => !shown.has(id) && !told.has(`${kind} ${id}`));
      for (const { id } of missing) told.add(`${kind} ${id}`);
      const violations = missing.map(({ id, exchangeId }): InvariantViolation => ({
        exchangeIds: [exchangeId, exchange.id],
        message: `expected ${kind} ${id} among all ${words}, received a whole list without it`,
      }));
      return { evaluated: meant.length, violations };
    },
  };
};

/** What issuing for one cardholder has come to. */
interface Issued {
  readonly cards: Set<string>;
  /** A call whose answer was lost or said nothing may have issued a card all the same. */
  unclear: boolean;
}

/** A cardholder the run created has the cards the run was issued, and none from a call that was refused; told once a card. */
export const onlyIssuedCards = (): InvariantWatch => {
  const holders = new Map<string, Issued>();
  const told = new Set<string>();
  const learn = (exchange: Exchange) => {
    if (exchange.operationId === 'createCardholder' && isAccepted(exchange)) {
      const id = idOf(member(exchange, 'cardholderId', 'number') ?? member(exchange, 'cardholderId', 'string'));
      if (id !== null) holders.set(id, { cards: new Set(), unclear: false });
    }
    if (makers['listCards']?.by.includes(exchange.operationId ?? '') !== true) return;
    const issued = holders.get(exchange.request.path.split('/')[3] ?? '');
    if (issued === undefined) return;
    const cards = seenObjects(exchange).map(({ id }) => id);
    for (const id of cards) issued.cards.add(id);
    if (exchange.adopted !== undefined) issued.cards.add(String(exchange.adopted.id));
    else if (cards.length === 0 && !isRefused(exchange)) issued.unclear = true;
  };
  return {
    exchange: (exchange) => {
      learn(exchange);
      const cardholder = exchange.request.query['cardholderId'];
      // What looks for the object of a call that was lost is no call of a step (it has no ordinal), and may find what nobody was told of.
      const isAsked = exchange.operationId === 'listCards' && exchange.ordinal !== undefined;
      const issued = isAsked ? holders.get(cardholder ?? '') : undefined;
      if (cardholder === undefined || issued === undefined || issued.unclear || !isAccepted(exchange))
        return nothingToSay;
      const strange = seenObjects(exchange).filter(({ id }) => !issued.cards.has(id) && !told.has(id));
      for (const { id } of strange) told.add(id);
      const violations = strange.map(({ id }): InvariantViolation => ({
        exchangeIds: [exchange.id],
        message: `expected cardholder ${cardholder} to have the cards that were issued and no other, received card ${id}`,
      }));
      return { evaluated: 1, violations };
    },
  };
};
