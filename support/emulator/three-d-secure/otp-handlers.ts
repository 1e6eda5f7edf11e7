import { findCardholder } from '../cardholders/find-cardholder.js';
import { findCard } from '../cards/find-card.js';
import { type Call, type Handlers, integerMember, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import { allow } from '../transition.js';
import { isLoopback } from './callbacks.js';
import { simulateOtpChallenge } from './challenge.js';
import type { Listener } from './listener.js';

/** 3-D Secure listeners: subscribe, read, unsubscribe, and the challenge that makes a code. */
export const otpHandlers: Handlers = { subscribeOtp, getOtp, unsubscribeOtp, simulateOtpChallenge };

/** By card, or (legacy) by cardholder for all of that person's cards. Source: docs/guide-3ds-otp-setup. */
function subscribeOtp(call: Call, program: Program): Reply {
  const cardId = integerMember(call.body, 'cardId');
  const cardholderId = integerMember(call.body, 'cardholderId');
  const webhookUrl = checkedUrl(textMember(call.body, 'webhookUrl'));
  const problem = subjectProblem(program, cardId, cardholderId);
  const { to } = allow(program, {
    lifecycle: 'otp',
    from: 'none',
    event: call.operationId,
    guards: { 'card-active': () => problem },
  });
  const { random } = program.platform;
  const listener = program.store.listeners.add({
    token: random.text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789', 32),
    cardId,
    cardholderId: cardId === null ? cardholderId : null,
    webhookUrl,
    state: to,
    code: null,
    expiresAt: null,
    challengeId: null,
  });
  return ok({ token: listener.token, expiresAt: null, status: 'success' });
}

/** Why nobody can listen; null when somebody can. An id that does not exist is a 404. */
function subjectProblem(program: Program, cardId: number | null, cardholderId: number | null): string | null {
  if (cardId !== null) {
    const { state } = findCard(program, cardId);
    return state === 'active' ? null : `the card is ${state}, not active`;
  }
  if (cardholderId === null)
    throw new Refusal('validation_failed', { problems: 'one of cardId and cardholderId is required' });
  findCardholder(program, cardholderId);
  const hasActive = program.store.cards
    .all()
    .some((card) => card.cardholderId === cardholderId && card.state === 'active');
  return hasActive ? null : 'the cardholder has no active card';
}

/** Public HTTPS as documented; plain HTTP only to this machine, so that the harness can serve it. */
function checkedUrl(text: string | null): string | null {
  if (text === null) return null;
  const isUsable = URL.canParse(text) && (text.startsWith('https://') || isLoopbackHttp(text));
  if (!isUsable) throw new Refusal('validation_failed', { problems: 'body member webhookUrl must be an HTTPS URL' });
  return text;
}

function isLoopbackHttp(text: string): boolean {
  return text.startsWith('http://') && isLoopback(text);
}

function listenerOf(call: Call, program: Program): Listener {
  const listener = program.store.listeners.get(call.pathId);
  if (listener === null || listener.state === 'unsubscribed') throw new Refusal('not_found', { what: 'listener' });
  return listener;
}

/** The state word, with code and end while a code is valid. Words but `received` are ours (U-05). */
function getOtp(call: Call, program: Program): Reply {
  const { state, code, expiresAt } = listenerOf(call, program);
  const status = program.platform.machines.otp.valueOf(state);
  return ok(code === null ? { status } : { status, code, expiresAt });
}

function unsubscribeOtp(call: Call, program: Program): Reply {
  const listener = listenerOf(call, program);
  const { to } = allow(program, { lifecycle: 'otp', from: listener.state, event: call.operationId });
  program.store.listeners.update(listener.token, { state: to, code: null, expiresAt: null });
  return ok({ status: 'success' });
}
