import type { Json } from '../../trace/exchange.js';
import { type Call, type Handlers, integerMember, type JsonObject } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import { listReply, type ListSpec } from '../lists/list-reply.js';
import type { Program } from '../program.js';
import { allow, wireValue } from '../transition.js';
import { type Cardholder, lastNameOf, personalMembers } from './cardholder.js';
import { cardholderOf } from './find-cardholder.js';
import { checkLimit } from './limits.js';
import { viewCardholder } from './view-cardholder.js';

/** Creating, reading, listing and editing cardholders. */
export const cardholderHandlers: Handlers = {
  createCardholder,
  getCardholder: (call, program) => ok(viewCardholder(program, cardholderOf(call, program))),
  listCardholders: (call, program) => listReply(program.store.cardholders.all(), call, listSpec(program)),
  updateCardholder,
};

function createCardholder(call: Call, program: Program): Reply {
  const transactionLimit = integerMember(call.body, 'transactionLimit');
  checkLimit(transactionLimit, program.settings.transactionLimit);
  const sumsubEnabled = sumsubChoice(call.body, program) ?? false;
  const { to } = allow(program, { lifecycle: 'cardholder', from: 'none', event: call.operationId });
  const cardholder = program.store.cardholders.add({
    id: program.platform.ids.next('cardholder'),
    state: to,
    person: personOf(call.body),
    sumsubEnabled,
    transactionLimit,
    review: 0,
    createdAt: call.now,
  });
  return ok({ status: 'success', cardholderId: cardholder.id });
}

function updateCardholder(call: Call, program: Program): Reply {
  const cardholder = cardholderOf(call, program);
  const transactionLimit = integerMember(call.body, 'transactionLimit');
  const sumsubEnabled = sumsubChoice(call.body, program);
  allow(program, {
    lifecycle: 'cardholder',
    from: cardholder.state,
    event: call.operationId,
    guards: { 'only-transaction-limit': () => lockedChange(call.body, cardholder) },
  });
  checkLimit(transactionLimit, program.settings.transactionLimit);
  program.store.cardholders.update(cardholder.id, {
    person: { ...cardholder.person, ...personOf(call.body) },
    ...(transactionLimit === null ? {} : { transactionLimit }),
    ...(sumsubEnabled === null ? {} : { sumsubEnabled }),
  });
  return ok({ status: 'success' });
}

/**
 * After approval only transactionLimit stays editable. `callingCode` is required on every edit, so members repeated
 * unchanged do not count. Source: reference/put_cardholders-cardholderid.
 */
function lockedChange(body: JsonObject, cardholder: Cardholder): string | null {
  const changed: string[] = personalMembers.filter((name) => name in body && body[name] !== cardholder.person[name]);
  if ('sumsubEnabled' in body && isOn(body['sumsubEnabled']) !== cardholder.sumsubEnabled)
    changed.push('sumsubEnabled');
  return changed.length === 0 ? null : `locked after approval: ${changed.join(', ')}`;
}

function personOf(body: JsonObject): Record<string, Json> {
  return Object.fromEntries(
    personalMembers.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]] as const])),
  );
}

/** The SumSub switch of a request, null when not given; only a Program enabled for it may switch it on. */
function sumsubChoice(body: JsonObject, program: Program): boolean | null {
  if (body['sumsubEnabled'] === undefined) return null;
  const chosen = isOn(body['sumsubEnabled']);
  if (chosen && !program.settings.capabilities.sumsub)
    throw new Refusal('validation_failed', { problems: 'sumsubEnabled is not available to this Program' });
  return chosen;
}

function isOn(value: Json | undefined): boolean {
  return value === 1 || value === true;
}

function listSpec(program: Program): ListSpec<Cardholder> {
  const status = (cardholder: Cardholder): number => wireValue(program, 'cardholder', cardholder.state);
  return {
    filters: { status },
    orders: {
      cardholderId: (cardholder) => cardholder.id,
      status,
      lastName: lastNameOf,
      dateCreated: (cardholder) => cardholder.createdAt,
    },
    defaultOrder: 'cardholderId',
    createdAt: (cardholder) => cardholder.createdAt,
    defaultWindowSeconds: null,
    view: (cardholder) => viewCardholder(program, cardholder),
  };
}
