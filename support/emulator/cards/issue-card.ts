import type { Cardholder } from '../cardholders/cardholder.js';
import { cardholderOf } from '../cardholders/find-cardholder.js';
import { cardholderLimit, checkLimit } from '../cardholders/limits.js';
import { type Call, integerMember, required, textMember } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import { emptyAccount } from '../money/account.js';
import type { Program } from '../program.js';
import { makeCardData } from '../seed/card-number.js';
import { makeCryptoAddresses } from '../seed/crypto-addresses.js';
import { allow } from '../transition.js';
import type { Card } from './card.js';
import { contactOf } from './contact.js';
import { viewIssuedCard } from './view-card.js';

/** The design slot used when cardType is not given. Source: docs/card-programs-and-designs. */
const defaultSlot = 0;

/** Issues a virtual card: active at once. */
export function issueVirtualCard(call: Call, program: Program): Reply {
  return issue(call, program, 'virtual', null);
}

/** Issues a physical card on an approved design slot: not activated at first. */
export function issuePhysicalCard(call: Call, program: Program): Reply {
  return issue(call, program, 'physical', integerMember(call.body, 'cardType') ?? defaultSlot);
}

function issue(call: Call, program: Program, kind: Card['kind'], slot: number | null): Reply {
  const cardholder = cardholderOf(call, program);
  const nameOnCard = required(textMember(call.body, 'nameOnCard'), 'nameOnCard');
  const transactionLimit = integerMember(call.body, 'transactionLimit');
  const contact = contactOf(call.body);
  const alias = textMember(call.body, 'alias');
  const { to } = allow(program, {
    lifecycle: 'card',
    from: 'none',
    event: call.operationId,
    guards: {
      'cardholder-approved': () => notApproved(cardholder),
      'cardholder-and-design-approved': () => notApproved(cardholder) ?? designNotApproved(program, slot),
    },
  });
  checkLimit(transactionLimit, cardholderLimit(program, cardholder));
  const { random, ids } = program.platform;
  const data = makeCardData(random, call.now);
  const card = program.store.cards.add({
    id: ids.next('card'),
    cardholderId: cardholder.id,
    kind,
    slot,
    state: to,
    nameOnCard,
    alias,
    contact,
    transactionLimit,
    data,
    pin: data.pan.slice(-4),
    addresses: makeCryptoAddresses(random),
    account: emptyAccount,
    createdAt: call.now,
  });
  keepSecrets(program, card);
  return ok(viewIssuedCard(program, card));
}

/** Why a cardholder may not have cards or bank accounts; null when it may. Source: docs/cards-virtual-and-physical. */
export function notApproved(cardholder: Cardholder): string | null {
  return cardholder.state === 'approved' ? null : `the cardholder is in state ${cardholder.state}, not approved`;
}

/** No physical card at all without an approved default design. Source: docs/card-programs-and-designs. */
function designNotApproved(program: Program, slot: number | null): string | null {
  for (const wanted of [defaultSlot, slot ?? defaultSlot]) {
    const status = program.settings.designs[wanted] ?? 'empty';
    if (status !== 'approved') return `design slot ${wanted} is ${status}, not approved`;
  }
  return null;
}

function keepSecrets(program: Program, card: Card): void {
  const { vault } = program.platform;
  vault.keep('pans', card.data.pan);
  vault.keep('cvvs', card.data.cvv);
  vault.keep('pins', card.pin);
}
