import { cardOf } from '../cards/find-card.js';
import { type Call, required, textMember } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { ok, type Reply } from '../http/reply.js';
import { requestedAmount } from '../money/requested-amount.js';
import type { Program } from '../program.js';
import { delays } from '../timing/delays.js';
import { follow } from '../transition.js';
import type { Challenge, Listener } from './listener.js';

/** A purchase that asks for a code: it arrives at every listener of the card a little later, and lapses. */
export function simulateOtpChallenge(call: Call, program: Program): Reply {
  const card = cardOf(call, program);
  requestedAmount(call.body, 'amount');
  required(textMember(call.body, 'merchantName'), 'merchantName');
  if (card.state !== 'active')
    throw new Refusal('refused_by_state', {
      operation: call.operationId,
      reason: `the card is ${card.state}, not active`,
    });
  const challenge = program.store.challenges.add({
    id: program.platform.ids.next('challenge'),
    cardId: card.id,
    cardholderId: card.cardholderId,
    code: program.platform.random.digits(6),
  });
  program.platform.schedule.after(call.now, delays.otpArrival, (at) => {
    arrive(program, challenge, at);
  });
  return ok({ status: 'success', result: {} });
}

/** A Program without 3-D Secure accepts listeners and never yields a code. Source: docs/webhooks-and-callback-endpoints. */
function arrive(program: Program, challenge: Challenge, at: number): void {
  if (!program.settings.capabilities.threeDSecure) return;
  program.platform.vault.keep('otps', challenge.code);
  for (const listener of program.store.listeners.all().filter((candidate) => isFor(candidate, challenge))) {
    const { to } = follow(program, { lifecycle: 'otp', from: listener.state, event: 'otp-arrived' });
    program.store.listeners.update(listener.token, {
      state: to,
      code: challenge.code,
      expiresAt: Math.floor(at / 1000) + delays.otpLife,
      challengeId: challenge.id,
    });
    if (listener.webhookUrl !== null) program.platform.callbacks.send(listener.webhookUrl, challenge);
    program.platform.schedule.after(at, delays.otpLife, () => {
      lapse(program, listener.token, challenge.id);
    });
  }
}

function isFor(listener: Listener, challenge: Challenge): boolean {
  if (listener.state === 'unsubscribed') return false;
  return listener.cardId === challenge.cardId || listener.cardholderId === challenge.cardholderId;
}

function lapse(program: Program, token: string, challengeId: number): void {
  const listener = program.store.listeners.get(token);
  if (listener?.challengeId !== challengeId || listener.state !== 'received') return;
  const { to } = follow(program, { lifecycle: 'otp', from: listener.state, event: 'otp-lapsed' });
  program.store.listeners.update(token, { state: to, code: null, expiresAt: null });
}
