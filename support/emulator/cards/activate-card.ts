import { type Call, integerMember, type JsonObject, required, textMember } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import { allow } from '../transition.js';
import type { Card } from './card.js';
import { cardOf } from './find-card.js';

/**
 * Activates a physical card when the card data matches, and sets its first PIN. The members are integers, so leading
 * zeros cannot be sent. Source: reference/put_cards-cardid-activate.
 */
export function activateCard(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  const pin = String(required(integerMember(call.body, 'newPin'), 'newPin')).padStart(4, '0');
  const { to } = allow(program, {
    lifecycle: 'card',
    from: card.state,
    event: call.operationId,
    guards: { 'card-data-matches': () => mismatch(call.body, card) },
  });
  program.platform.vault.keep('pins', pin);
  program.store.cards.update(card.id, { state: to, pin });
  return ok({ status: 'success' });
}

/** Says that the data differs, never in which member: that would help to guess it. */
function mismatch(body: JsonObject, { data }: Card): string | null {
  const expYear = required(integerMember(body, 'expYear'), 'expYear');
  const matches =
    required(integerMember(body, 'cardNumber'), 'cardNumber') === Number(data.pan) &&
    required(integerMember(body, 'expMonth'), 'expMonth') === data.expMonth &&
    (expYear === data.expYear || expYear === data.expYear % 100) &&
    required(integerMember(body, 'cvv'), 'cvv') === Number(data.cvv);
  return matches ? null : 'the card data does not match';
}

/** Changes the PIN of an activated card. Source: reference/put_cards-cardid-pin. */
export function updateCardPin(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  const currentPin = required(textMember(call.body, 'currentPin'), 'currentPin');
  const pin = required(textMember(call.body, 'newPin'), 'newPin');
  allow(program, {
    lifecycle: 'card',
    from: card.state,
    event: call.operationId,
    guards: { 'current-pin-matches': () => (currentPin === card.pin ? null : 'currentPin does not match') },
  });
  program.platform.vault.keep('pins', pin);
  program.store.cards.update(card.id, { pin });
  return ok({ status: 'success' });
}
