import { answered, asText, at, inWords, isAccepted, isRefused, requested } from '../../verdict/checks/answer.js';
import { expiryOf } from '../../verdict/checks/otp-checks.js';
import { callsOf, observed, targetSeconds, type RowEvaluator } from '../row-evaluator.js';

/** C-11: where a call without a certificate ends, made from an address that is otherwise let in. */
export const firstGate: RowEvaluator = ({ exchanges }) =>
  exchanges
    .filter(({ identity }) => identity === 'no-certificate')
    .flatMap((call) => {
      if (call.failure?.class === 'tls') return observed('tls-first', 'rejected in TLS', [call]);
      return call.response?.status === 403 ? observed('address-first', inWords(call), [call]) : [];
    });

/** E-06: an Active card that is refused under `cardId` while its cardholder is accepted. */
export const keyOfSubscription: RowEvaluator = ({ exchanges }) => {
  const calls = callsOf(exchanges, 'subscribeOtp');
  const byCard = calls.find((call) => isRefused(call) && at(requested(call), '/cardId') !== undefined);
  const byHolder = calls.find((call) => isAccepted(call) && at(requested(call), '/cardholderId') !== undefined);
  if (byCard === undefined || byHolder === undefined) return [];
  return observed('cardholder-only', `cardId ${inWords(byCard)}, cardholderId ${inWords(byHolder)}`, [
    byCard,
    byHolder,
  ]);
};

/** U-05: how long a code lives, by the target's clock, and what is read once it has lapsed. */
export const lifeOfCode: RowEvaluator = ({ exchanges }) => {
  const reads = callsOf(exchanges, 'getOtp');
  const expiry = expiryOf(reads);
  const shown = reads.find((read) => isAccepted(read) && at(answered(read), '/code') !== undefined);
  const lapsed = reads.find((read) => (targetSeconds(read) ?? 0) > expiry);
  if (shown === undefined || Number.isNaN(expiry)) return [];
  const left = expiry - (targetSeconds(shown) ?? expiry);
  const word =
    lapsed === undefined ? '' : `${inWords(lapsed)}, status ${asText(at(answered(lapsed), '/status')) || 'none'}`;
  return [
    ...observed(null, `${String(Math.round(left))} s left when first seen`, [shown], 'life of a code'),
    ...(lapsed === undefined ? [] : observed(null, word, [lapsed], 'a lapsed code')),
  ];
};
