import type { Exchange } from '../../trace/exchange.js';
import { idOf } from '../../trace/transitions/json-members.js';
import { isAccepted, member } from '../checks/answer.js';
import { nothingToSay, type InvariantFinding, type InvariantViolation, type InvariantWatch } from '../invariant.js';
import { seenObjects, type SeenKind, type SeenObject } from './seen-objects.js';
import { answeredAt, shownTime, toleratedSeconds } from './target-time.js';

/** Calls that create, with the kind of object and the member that numbers it. */
const creating: Readonly<Record<string, { readonly kind: SeenKind; readonly idMember: string }>> = {
  createCardholder: { kind: 'cardholder', idMember: 'cardholderId' },
  issueVirtualCard: { kind: 'card', idMember: 'cardId' },
  issuePhysicalCard: { kind: 'card', idMember: 'cardId' },
  createWallet: { kind: 'wallet', idMember: 'walletId' },
};

/** An object's times of creation and of its last change, by its permanent members (C-19). */
const timeMembers: readonly string[] = ['dateCreated', 'createdDatetime', 'dateLastModified'];

/** An object the run created, and the target's clock at that. */
interface Created {
  readonly at: number;
  readonly exchangeId: string;
}

function nameOf(kind: SeenKind, id: string): string {
  return `${kind} ${id}`;
}

/** What an exchange creates, by name; empty where it creates nothing or the target's clock is not known. */
function createdIn(exchange: Exchange): readonly (readonly [string, Created])[] {
  const made = creating[exchange.operationId ?? ''];
  const at = answeredAt(exchange);
  if (made === undefined || at === undefined || !isAccepted(exchange)) return [];
  const id = idOf(member(exchange, made.idMember, 'number') ?? member(exchange, made.idMember, 'string'));
  return id === null ? [] : [[nameOf(made.kind, id), { at, exchangeId: exchange.id }]];
}

function iso(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${String(seconds)} seconds` : date.toISOString();
}

/** What one object's times are held against; undefined where nothing can be said. */
type Judge = (object: SeenObject, exchange: Exchange, created: ReadonlyMap<string, Created>) => Judged | undefined;
interface Judged {
  readonly holds: boolean;
  readonly message: string;
  readonly earlier: readonly string[];
}

/** Watches the times of every object that is shown; told once an object. */
function times(judge: Judge): () => InvariantWatch {
  return () => {
    const created = new Map<string, Created>();
    const told = new Set<string>();
    return {
      exchange: (exchange): InvariantFinding => {
        for (const [name, made] of createdIn(exchange)) created.set(name, made);
        const objects = seenObjects(exchange);
        if (objects.length === 0) return nothingToSay;
        let evaluated = 0;
        const violations: InvariantViolation[] = [];
        for (const object of objects) {
          const judged = judge(object, exchange, created);
          if (judged === undefined) continue;
          evaluated += 1;
          const name = nameOf(object.kind, object.id);
          if (judged.holds || told.has(name)) continue;
          told.add(name);
          violations.push({ exchangeIds: [...judged.earlier, exchange.id], message: judged.message });
        }
        return { evaluated, violations };
      },
    };
  };
}

/** What the run created has the time of the creating call, by the target's own clock. */
export const createdWhenAsked = times(({ kind, id, members }, _exchange, created) => {
  const made = created.get(nameOf(kind, id));
  const shown = shownTime(members['dateCreated'] ?? members['createdDatetime']);
  if (made === undefined || shown === undefined) return undefined;
  const message = `expected ${kind} ${id} to be created at about ${iso(made.at)}, received ${iso(shown)}`;
  return { holds: Math.abs(shown - made.at) <= toleratedSeconds, message, earlier: [made.exchangeId] };
});

/** No time an answer shows is later than the answer itself. */
export const nothingAhead = times(({ kind, id, members }, exchange) => {
  const now = answeredAt(exchange);
  const shown = timeMembers.map((name) => shownTime(members[name])).filter((time) => time !== undefined);
  if (now === undefined || shown.length === 0) return undefined;
  const latest = Math.max(...shown);
  const message = `expected no time of ${kind} ${id} after the answer of ${iso(now)}, received ${iso(latest)}`;
  return { holds: latest - now <= toleratedSeconds, message, earlier: [] };
});

/** Nothing happened on a card before the card was issued. */
export const nothingBeforeItsCard = times(({ kind, id, members }, _exchange, created) => {
  const card = idOf(members['cardId']);
  const made = kind === 'card-transaction' || kind === 'fee' ? created.get(nameOf('card', card ?? '')) : undefined;
  const shown = shownTime(members['dateCreated']);
  if (card === null || made === undefined || shown === undefined) return undefined;
  const message = `expected nothing on card ${card} before its issuance at ${iso(made.at)}, received ${kind} ${id} of ${iso(shown)}`;
  return { holds: made.at - shown <= toleratedSeconds, message, earlier: [made.exchangeId] };
});

/** Nothing was changed before it was created. */
export const changedAfterCreation = times(({ kind, id, members }) => {
  const [made, changed] = ['dateCreated', 'dateLastModified'].map((name) => shownTime(members[name]));
  if (made === undefined || changed === undefined) return undefined;
  const message = `expected ${kind} ${id} to be changed after its creation at ${iso(made)}, received ${iso(changed)}`;
  return { holds: made - changed <= toleratedSeconds, message, earlier: [] };
});
