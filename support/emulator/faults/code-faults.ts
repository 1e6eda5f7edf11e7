import { ok } from '../http/reply.js';
import { integerMember, type JsonObject } from '../http/call.js';
import type { Fault, Faults } from './fault.js';
import { behaving, reshaping, withholding } from './plant-answers.js';
import { mistaking, refusing } from './plant-decisions.js';

/** Faults of 3-D Secure subscriptions, codes and callbacks. */
export const codeFaults: Faults = {
  'otp/code-in-callback': (sound) => ({ ...sound, announce: ({ cardId, code }) => ({ cardId, code }) }),
  'otp/callback-without-card': (sound) => ({ ...sound, announce: ({ cardholderId }) => ({ cardholderId }) }),
  'otp/callback-never-sent': (sound) => ({ ...sound, announce: () => null }),
  'otp/code-before-challenge': reshaping('getOtp', (members, { now }) =>
    'code' in members ? members : { status: 'received', code: '135790', expiresAt: Math.floor(now / 1000) + 900 },
  ),
  'otp/code-without-expiry': reshaping('getOtp', (members) =>
    'expiresAt' in members ? { ...members, expiresAt: null } : members,
  ),
  'otp/code-for-every-card-of-the-holder': behaving('subscribeOtp', (call, program, subscribe) => {
    const reply = subscribe(call, program);
    const cardholderId = program.store.cards.get(integerMember(call.body, 'cardId') ?? -1)?.cardholderId ?? null;
    const made = program.store.listeners.all().at(-1);
    if (made !== undefined && made.cardholderId === null) program.store.listeners.update(made.token, { cardholderId });
    return reply;
  }),
  'otp/called-back-after-the-end': behaving('unsubscribeOtp', (call, program, end) => {
    const url = program.store.listeners.get(call.pathId)?.webhookUrl ?? null;
    const reply = end(call, program);
    const other = program.store.listeners.get(call.pathId);
    if (url !== null && other !== null)
      program.store.listeners.add({ ...other, ...revived, token: `${call.pathId}x`, webhookUrl: url });
    return reply;
  }),
  'otp/code-never-arrives': behaving('simulateOtpChallenge', () => ok({ status: 'success', result: {} })),
  'otp/served-after-expiry': servedAfterExpiry(),
  'otp/listener-survives-unsubscribe': behaving('unsubscribeOtp', () => ok({ status: 'success' })),
  'otp/unsubscribe-refused': refusing('unsubscribeOtp', () => true),
  'otp/held-card-subscribed': mistaking('subscribeOtp', 'cards', 'on-hold', 'active'),
  'otp/inactive-card-subscribed': mistaking('subscribeOtp', 'cards', 'not-activated', 'active'),
  'otp/subscription-without-token': withholding('subscribeOtp', 'token'),
};

/** A subscription that waits for a code. */
const revived = { state: 'waiting', code: null, expiresAt: null, challengeId: null } as const;

/** A code once read is given on every later read of the subscription, however long ago it lapsed. */
function servedAfterExpiry(): Fault {
  return (sound) => {
    const served = new Map<string, JsonObject>();
    return reshaping('getOtp', (members, { pathId }) => {
      if ('code' in members) served.set(pathId, members);
      return served.get(pathId) ?? members;
    })(sound);
  };
}
