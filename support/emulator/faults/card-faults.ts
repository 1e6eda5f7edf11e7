import { integerMember, type Call } from '../http/call.js';
import { ok } from '../http/reply.js';
import type { Program } from '../program.js';
import type { Fault, Faults } from './fault.js';
import type { CardData } from '../seed/card-number.js';
import { answering, behaving, spoiling, together } from './plant-answers.js';
import { leadingTo, lettingThrough, refusing } from './plant-decisions.js';

/** State names by value of issuerCardStatus. */
const states: readonly string[] = ['pending', 'active', 'on-hold', 'closed', 'not-activated'];

/** Faults of activating, blocking, updating and closing cards. */
export const cardFaults: Faults = {
  'lifecycle/activation-refused': refusing('activateCard', () => true),
  'lifecycle/activation-without-effect': leadingTo('card', 'activateCard', 'not-activated'),
  'lifecycle/wrong-card-number-activates': activatingAnyway('cardNumber', ({ pan }) => Number(pan)),
  'lifecycle/wrong-security-code-activates': activatingAnyway('cvv', ({ cvv }) => Number(cvv)),
  'lifecycle/unblock-erases-settings': answering('setCardStatus', (reply, { pathId }, { store }) => {
    store.cards.update(Number(pathId), { alias: null, transactionLimit: null });
    return reply;
  }),
  'lifecycle/update-erases-the-rest': answering('updateCard', (reply, { pathId, body }, { store }) => {
    if (body['transactionLimit'] === undefined) store.cards.update(Number(pathId), { transactionLimit: null });
    return reply;
  }),
  'lifecycle/contact-bounds-ignored': lettingThrough('updateCard'),
  'lifecycle/pin-of-any-length': lettingThrough('updateCardPin'),
  'lifecycle/activation-reversible': accepting(4, 'active'),
  'lifecycle/first-pin-ignored': keepingPin('activateCard'),
  'lifecycle/closed-by-call': accepting(3, 'active'),
  'lifecycle/pending-by-call': accepting(0, 'active'),
  'lifecycle/activated-by-status-change': accepting(1, 'not-activated'),
  'lifecycle/held-before-activation': accepting(2, 'not-activated'),
  'lifecycle/refused-change-takes-effect': together(
    lettingThrough('setCardStatus'),
    spoiling('setCardStatus', (call, program) => {
      const wanted = states[integerMember(call.body, 'newStatus') ?? -1];
      if (wanted !== undefined) program.store.cards.update(Number(call.pathId), { state: wanted });
    }),
  ),
  'lifecycle/block-without-effect': leadingTo('card', 'setCardStatus', 'active', 'active'),
  'lifecycle/every-card-blocked': answering('setCardStatus', (reply, { pathId }, { store }) => {
    const blocked = store.cards.get(Number(pathId));
    for (const card of store.cards.all())
      if (blocked?.state === 'on-hold' && card.cardholderId === blocked.cardholderId && card.state === 'active')
        store.cards.update(card.id, { state: 'on-hold' });
    return reply;
  }),
  'lifecycle/unblock-without-effect': leadingTo('card', 'setCardStatus', 'on-hold', 'on-hold'),
  'lifecycle/held-card-update-refused': refusing('updateCard', (pathId, program) => isIn(pathId, program, 'on-hold')),
  'lifecycle/inactive-card-update-refused': refusing('updateCard', (pathId, program) =>
    isIn(pathId, program, 'not-activated'),
  ),
  'lifecycle/card-update-lost': behaving('updateCard', () => ok({ status: 'success' })),
  'lifecycle/pin-change-without-effect': keepingPin('updateCardPin'),
  'lifecycle/wrong-pin-accepted': behaving('updateCardPin', (call, program, sound) => {
    const pin = program.store.cards.get(Number(call.pathId))?.pin;
    return sound(pin === undefined ? call : { ...call, body: { ...call.body, currentPin: pin } }, program);
  }),
  'lifecycle/pin-change-refused': refusing('updateCardPin', () => true),
};

/** A call is accepted and the card keeps the PIN it had. */
function keepingPin(operation: string): Fault {
  return behaving(operation, (call, program, sound) => {
    const before = program.store.cards.get(Number(call.pathId))?.pin;
    const reply = sound(call, program);
    if (before !== undefined) program.store.cards.update(Number(call.pathId), { pin: before });
    return reply;
  });
}

/** One of the printed numbers is not compared at activation. */
function activatingAnyway(member: string, right: (data: CardData) => number): Fault {
  return behaving('activateCard', (call, program, sound) => {
    const card = program.store.cards.get(Number(call.pathId)) ?? null;
    return sound(card === null ? call : { ...call, body: { ...call.body, [member]: right(card.data) } }, program);
  });
}

/** A status change that no page allows is accepted and takes effect. */
function accepting(newStatus: number, from: string): Fault {
  return together(
    lettingThrough('setCardStatus'),
    behaving('setCardStatus', (call, program, sound) => {
      const wanted = states[newStatus];
      if (!asks(call, newStatus) || wanted === undefined || !isIn(call.pathId, program, from))
        return sound(call, program);
      program.store.cards.update(Number(call.pathId), { state: wanted });
      return ok({ status: 'success' });
    }),
  );
}

function asks({ body }: Call, newStatus: number): boolean {
  return body['newStatus'] === newStatus;
}

function isIn(pathId: string, program: Program, state: string): boolean {
  return program.store.cards.get(Number(pathId))?.state === state;
}
