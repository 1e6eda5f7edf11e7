import type { Json } from '../../trace/exchange.js';
import { textOf } from '../http/text-of.js';
import {
  isYes,
  jsonOf,
  membersOf,
  refuses,
  reshaping,
  says,
  type Answer,
  type Asked,
  type Variation,
  type Next,
} from './variation.js';

const [approved, declined, underReview] = [1, 2, 3];

/** A read of the same server, with the caller's credentials. */
async function reading(path: string, { headers }: Asked, next: Next): Promise<Readonly<Record<string, Json>>> {
  return membersOf(jsonOf(await next({ method: 'GET', path, query: '', headers, body: undefined })));
}

/** The id in a path such as `/cards/7/status`; null where the path has none of the form. */
function idIn(path: string, form: RegExp): string | null {
  return form.exec(path)?.[1] ?? null;
}

/** C-05: a virtual card starts Not Activated and is activated with its own data; what needs an Active card waits for that. */
function virtualCardsStartInactive(): Variation {
  const inactive = new Set<string>();
  const pins = new Map<string, Json>();
  const shown = reshaping((object) =>
    inactive.has(textOf(object['cardId'])) && 'issuerCardStatus' in object
      ? { ...object, issuerCardStatus: 4 }
      : object,
  );
  return async (asked, next) => {
    const { method, path, body } = asked;
    const card = idIn(path, /^\/cards\/(\d+)\/(?:activate|status)$/) ?? subscribed(asked);
    if (card !== null && inactive.has(card)) {
      if (!path.endsWith('/activate')) return refuses(409, 'card_not_active');
      if (membersOf(body)['cardNumber'] === undefined) return refuses(400, 'validation_failed');
      inactive.delete(card);
      pins.set(card, membersOf(body)['newPin'] ?? null);
      return says(200, { status: 'success' });
    }
    const changed = idIn(path, /^\/cards\/(\d+)\/pin$/);
    if (changed !== null && pins.has(changed)) {
      const answer = await changePin(changed, textOf(pins.get(changed)), asked, next);
      // From then on the card itself has the PIN.
      if (isYes(answer)) pins.delete(changed);
      return answer;
    }
    const answer = await shown(asked, next);
    if (method !== 'POST' || !path.startsWith('/cards/virtual/') || !isYes(answer)) return answer;
    inactive.add(textOf(membersOf(jsonOf(answer))['cardId']));
    return shown(asked, () => Promise.resolve(answer));
  };
}

/** The card behind this server still has its default PIN, the last four digits of its number. */
async function changePin(card: string, pin: string, asked: Asked, next: Next): Promise<Answer> {
  const { currentPin, ...rest } = membersOf(asked.body);
  if (currentPin !== pin) return refuses(409, 'wrong_pin');
  const { maskedCardNumber } = await reading(`/cards/${card}`, asked, next);
  return next({ ...asked, body: { ...rest, currentPin: textOf(maskedCardNumber).slice(-4) } });
}

function subscribed({ method, path, body }: Asked): string | null {
  return method === 'POST' && path === '/otp/listeners' ? textOf(membersOf(body)['cardId']) : null;
}

/** C-02: a declined review is reopened by submitting again. `declinedLink` answers who asks for a replacement link before. */
const submittingReopens =
  (declinedLink: (id: string) => Answer): Variation =>
  async (asked, next) => {
    const refreshed = idIn(asked.path, /^\/cardholders\/(\d+)\/kyc-url\/refresh$/);
    const submitted = idIn(asked.path, /^\/cardholders\/(\d+)\/kyc-submit$/);
    const id = refreshed ?? submitted;
    if (id === null) return next(asked);
    const { status } = await reading(`/cardholders/${id}`, asked, next);
    if (refreshed !== null) return status === underReview ? next(asked) : declinedLink(id);
    if (status !== declined) return next(asked);
    return next({ ...asked, method: 'POST', path: `/cardholders/${id}/kyc-url/refresh` });
  };

/** C-04: under review a name is locked and a contact member is not. */
function contactStaysEditable(): Variation {
  const edited = new Map<string, Readonly<Record<string, Json>>>();
  return async (asked, next) => {
    const id = idIn(asked.path, /^\/cardholders\/(\d+)$/);
    const { callingCode, ...members } = membersOf(asked.body);
    const contact = Object.keys(members).every((name) => ['cellNum', 'phoneNum', 'emailAdr'].includes(name));
    const answer = await next(asked);
    if (id === null) return answer;
    if (asked.method === 'PUT' && answer.status === 409 && contact) {
      edited.set(id, { ...edited.get(id), ...members, ...(callingCode === undefined ? {} : { callingCode }) });
      return says(200, { status: 'success' });
    }
    return asked.method === 'GET' ? withMembers(answer, edited.get(id) ?? {}) : answer;
  };
}

function withMembers(answer: Answer, members: Readonly<Record<string, Json>>): Answer {
  const json = jsonOf(answer);
  return isYes(answer) && json !== undefined
    ? { ...answer, body: { json: { ...membersOf(json), ...members } } }
    : answer;
}

/** C-07: a crypto deposit to a card that is not Active is held in suspense. */
const inactiveCardsSuspend: Variation = async (asked, next) => {
  const card = idIn(asked.path, /^\/staging\/cards\/(\d+)\/crypto-deposit$/);
  if (card === null) return next(asked);
  const { issuerCardStatus } = await reading(`/cards/${card}`, asked, next);
  return issuerCardStatus === approved ? next(asked) : says(200, { status: 'success', result: {} });
};

/** E-06: a subscription takes the cardholder's id only; E-07: it lapses, by the server's own clock. */
function listenersByCardholder(lifeSeconds: number): Variation {
  return async (asked, next) => {
    if (asked.method !== 'POST' || asked.path !== '/otp/listeners') return next(asked);
    const { cardId, cardholderId } = membersOf(asked.body);
    if (cardId !== undefined || cardholderId === undefined) return refuses(400, 'validation_failed');
    const answer = await next(asked);
    const now = Math.floor(Date.parse(answer.headers['date'] ?? '') / 1000);
    return isYes(answer) ? withMembers(answer, { expiresAt: now + lifeSeconds }) : answer;
  };
}

/** U-05: a card keeps its token, whichever subscription it is. */
function tokenPerCard(): Variation {
  const tokens = new Map<string, string>();
  return async (asked, next) => {
    const card = subscribed(asked);
    const read = /^\/otp\/(?:listeners\/)?(Kept\d+)$/.exec(asked.path)?.[1];
    const inner = read === undefined ? undefined : tokens.get(read);
    if (read !== undefined && inner !== undefined) return next({ ...asked, path: asked.path.replace(read, inner) });
    const answer = await next(asked);
    const { token, ...rest } = membersOf(jsonOf(answer));
    if (card === null || card === '' || !isYes(answer)) return answer;
    const kept = `Kept${card.padStart(28, '0')}`;
    tokens.set(kept, textOf(token));
    return { ...answer, body: { json: { ...rest, token: kept } } };
  };
}

/** A card's new status is acknowledged first and shown later: the next read still has the one before. */
function lateStatus(): Variation {
  const before = new Map<string, Json>();
  return async (asked, next) => {
    const changed = asked.method === 'PUT' ? idIn(asked.path, /^\/cards\/(\d+)\/(?:activate|status)$/) : null;
    if (changed !== null) {
      const { issuerCardStatus } = await reading(`/cards/${changed}`, asked, next);
      const answer = await next(asked);
      if (isYes(answer)) before.set(changed, issuerCardStatus ?? null);
      return answer;
    }
    const answer = await next(asked);
    const read = asked.method === 'GET' ? idIn(asked.path, /^\/cards\/(\d+)$/) : null;
    const late = read === null ? undefined : before.get(read);
    if (read === null || late === undefined) return answer;
    before.delete(read);
    return withMembers(answer, { issuerCardStatus: late });
  };
}

/** A fee is listed one read after its purchase. */
function lateFees(): Variation {
  const shown = new Set<string>();
  return async (asked, next) => {
    const answer = await next(asked);
    const json = membersOf(jsonOf(answer));
    const { items, total } = json;
    if (asked.method !== 'GET' || asked.path !== '/cards/fees' || !isYes(answer) || !Array.isArray(items))
      return answer;
    const ids = (items as readonly Json[]).map((item) => textOf(membersOf(item)['feeId']));
    const known = (items as readonly Json[]).filter((_, index) => shown.has(ids[index] ?? ''));
    for (const id of ids) shown.add(id);
    const fewer = { ...json, items: known, total: Number(total) - items.length + known.length };
    return known.length === items.length ? answer : { ...answer, body: { json: fewer } };
  };
}

/** A cardholder that was edited, and a card that was activated, read once with the passing status 0. */
function passingStatus(): Variation {
  const passing = new Set<string>();
  return async (asked, next) => {
    const answer = await next(asked);
    const changed =
      asked.method === 'PUT' ? /^(\/cardholders\/\d+|\/cards\/\d+(?=\/activate))/.exec(asked.path)?.[0] : undefined;
    const isEdit = asked.path === changed || asked.path.endsWith('/activate');
    if (changed !== undefined && isEdit && isYes(answer)) passing.add(changed);
    if (asked.method !== 'GET' || !passing.delete(asked.path)) return answer;
    return withMembers(answer, asked.path.startsWith('/cards/') ? { issuerCardStatus: 0 } : { status: 0 });
  };
}

/** A replacement link comes under a name of its own. */
const replacementLinkRenamed: Variation = async (asked, next) => {
  const answer = await next(asked);
  const { applicationLink, ...rest } = membersOf(jsonOf(answer));
  const isMeant = asked.path.endsWith('/kyc-url/refresh') && isYes(answer) && applicationLink !== undefined;
  return isMeant ? { ...answer, body: { json: { ...rest, kycUrl: applicationLink } } } : answer;
};

/** Legal differences in behaviour, by name. */
export const behaviourVariations = {
  'virtual-cards-start-inactive': virtualCardsStartInactive,
  'submitting-reopens': () => submittingReopens(() => refuses(409, 'not_under_review')),
  /** The same, where the replacement link is given all the same and changes nothing. */
  'submitting-reopens-despite-a-link': () => {
    let given = 0;
    return submittingReopens((id) => {
      given += 1;
      return says(200, { status: 'success', applicationLink: `https://verify.example/${id}/${String(given)}` });
    });
  },
  'contact-stays-editable': contactStaysEditable,
  'inactive-cards-suspend': () => inactiveCardsSuspend,
  'token-per-card': tokenPerCard,
  'late-status': lateStatus,
  'late-fees': lateFees,
  'passing-status': passingStatus,
  'replacement-link-renamed': () => replacementLinkRenamed,
  'listeners-by-cardholder': () => listenersByCardholder(86_400),
  /** C-09: a physical card has to name its design slot. */
  'slot-required': () => async (asked: Asked, next: Next) =>
    asked.path.startsWith('/cards/assign/') && membersOf(asked.body)['cardType'] === undefined
      ? refuses(400, 'validation_failed')
      : next(asked),
  /** K-16: a limit above 200 is lowered. */
  'limit-lowered': () => async (asked: Asked, next: Next) =>
    next({ ...asked, query: asked.query.replace(/([?&]limit=)(?:20[1-9]|2[1-9]\d|[3-9]\d\d)\b/, '$1200') }),
} satisfies Readonly<Record<string, () => Variation>>;
