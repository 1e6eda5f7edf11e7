import { findCardholder } from '../cardholders/find-cardholder.js';
import { cardholderLimit, checkLimit } from '../cardholders/limits.js';
import { lastNameOf } from '../cardholders/cardholder.js';
import { type Call, type Handlers, integerMember, required, textMember } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import { listReply, type ListSpec } from '../lists/list-reply.js';
import type { Program } from '../program.js';
import { allow, wireValue } from '../transition.js';
import { activateCard, updateCardPin } from './activate-card.js';
import type { Card } from './card.js';
import { contactOf } from './contact.js';
import { cardOf } from './find-card.js';
import { issuePhysicalCard, issueVirtualCard } from './issue-card.js';
import { viewCard, viewCardDetails } from './view-card.js';

/** Cards: issuing, reading, activating, PIN, block and unblock, update. */
export const cardHandlers: Handlers = {
  issueVirtualCard,
  issuePhysicalCard,
  activateCard,
  updateCardPin,
  updateCard,
  setCardStatus,
  getCard: (call, program) => ok(viewCard(program, cardOf(call, program))),
  getCardDetails: (call, program) => ok(viewCardDetails(program, cardOf(call, program))),
  getCardBalance: (call, program) => ok({ ...cardOf(call, program).account, currency: program.settings.currency }),
  listCards: (call, program) => listReply(program.store.cards.all(), call, listSpec(program)),
};

/** Allowed in any state; the limit stays at or below the cardholder's. Source: docs/guide-manage-card-lifecycle. */
function updateCard(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  const alias = textMember(call.body, 'alias');
  const transactionLimit = integerMember(call.body, 'transactionLimit');
  checkLimit(transactionLimit, cardholderLimit(program, findCardholder(program, card.cardholderId)));
  program.store.cards.update(card.id, {
    contact: { ...card.contact, ...contactOf(call.body) },
    ...(alias === null ? {} : { alias }),
    ...(transactionLimit === null ? {} : { transactionLimit }),
  });
  return ok({ status: 'success' });
}

/** Blocks and unblocks; every other change is refused. Source: docs/guide-manage-card-lifecycle. */
function setCardStatus(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  const newStatus = required(integerMember(call.body, 'newStatus'), 'newStatus');
  const wants = (state: string) => () =>
    newStatus === wireValue(program, 'card', state) ? null : `newStatus ${newStatus} does not lead to ${state}`;
  const { to } = allow(program, {
    lifecycle: 'card',
    from: card.state,
    event: call.operationId,
    guards: { 'new-status-active': wants('active'), 'new-status-on-hold': wants('on-hold') },
  });
  program.store.cards.update(card.id, { state: to });
  return ok({ status: 'success' });
}

function listSpec(program: Program): ListSpec<Card> {
  const issuerCardStatus = (card: Card): number => wireValue(program, 'card', card.state);
  const cardholderId = (card: Card): number => card.cardholderId;
  return {
    filters: { issuerCardStatus, cardholderId },
    orders: {
      cardId: (card) => card.id,
      issuerCardStatus,
      cardholderId,
      cardHolderLastName: (card) => lastNameOf(findCardholder(program, card.cardholderId)),
      createdDatetime: (card) => card.createdAt,
    },
    defaultOrder: 'cardId',
    createdAt: (card) => card.createdAt,
    defaultWindowSeconds: null,
    view: (card) => viewCard(program, card),
  };
}
