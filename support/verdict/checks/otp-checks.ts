import type { Exchange } from '../../trace/exchange.js';
import { answered, at, inWords, isAccepted, isRefused, isSilent, requested } from './answer.js';
import { documented, exampled, inferred } from './define.js';
import { last, numberArgument, undetermined, verdictOf, type Evaluate } from './evaluate.js';
import { acceptedOrRefused, refused } from './evaluators/answers.js';
import { carries } from './evaluators/members.js';

const setUp = 'docs/guide-3ds-otp-setup';

/** True for an answer with a one-time code; a refusal may carry a `code` of its own: the error's. */
export function showsCode(exchange: Exchange): boolean {
  const code = at(answered(exchange), '/code');
  return isAccepted(exchange) && typeof code === 'string' && code !== '';
}

/** True for an answer that calls the code expired and gives none; the word is the lifecycle's (U-05). */
export function showsLapse(exchange: Exchange): boolean {
  return isAccepted(exchange) && !showsCode(exchange) && at(answered(exchange), '/status') === 'expired';
}

/** The expiry the reads name, Unix seconds; NaN when none does. */
export function expiryOf(reads: readonly Exchange[]): number {
  const named = reads.map((read) => at(answered(read), '/expiresAt')).find((value) => typeof value === 'number');
  return typeof named === 'number' ? named : Number.NaN;
}

/** The last answer gives no code. A refusal counts as well: the word for "waiting" is not documented. */
const noCode: Evaluate = (evidence) => {
  const exchange = last(evidence);
  if (exchange === undefined || isSilent(exchange)) return undetermined('no code', inWords(exchange));
  return verdictOf(
    !showsCode(exchange),
    'no code',
    showsCode(exchange) ? 'a code' : `${inWords(exchange)} without a code`,
  );
};

/** Unix seconds have no more digits before the year 5138: what is above is milliseconds. */
const secondsEnd = 1e11;

/** A code together with its expiry in Unix seconds. */
const codeWithExpiry: Evaluate = (evidence) => {
  const exchange = last(evidence);
  const expected = 'status received, a code, and its expiry in Unix seconds';
  if (exchange === undefined || !isAccepted(exchange)) return undetermined(expected, inWords(exchange));
  const received = at(answered(exchange), '/status') === 'received';
  const expires = expiryOf([exchange]) < secondsEnd;
  const words = `${received ? '' : 'not '}received, ${showsCode(exchange) ? 'a' : 'no'} code, ${expires ? 'an' : 'no'} expiry in seconds`;
  return verdictOf(received && showsCode(exchange) && expires, expected, words);
};

/**
 * After the expiry given by the target, by the target's own Date header, no read serves the code. A read before the expiry
 * must have served it, or the wait proves nothing; unless the target itself says that the code lapsed before any read.
 */
const notServedAfterExpiry: Evaluate = ({ exchanges }) => {
  const expected = 'a code before its expiry and none after it';
  const expiry = expiryOf(exchanges);
  const final = exchanges.at(-1);
  if (final !== undefined && showsLapse(final) && !exchanges.some(showsCode))
    return verdictOf(true, expected, 'the code lapsed by itself before any read, and was not served');
  if (Number.isNaN(expiry) || !exchanges.some(showsCode)) return undetermined(expected, 'no code was ever served');
  const late = exchanges.filter((read) => Date.parse(read.response?.headers['date'] ?? '') / 1000 > expiry);
  if (late.length === 0) return undetermined(expected, 'no read after the expiry');
  const served = late.filter(showsCode).length;
  return verdictOf(served === 0, expected, `${String(served)} of ${String(late.length)} late reads served the code`);
};

/** The callback's body is the card's id and nothing else. Source: docs/guide-3ds-otp-setup. */
const callbackNamesCardOnly: Evaluate = (evidence) => {
  const callback = last(evidence);
  const cardId = numberArgument(evidence, 'cardId');
  const body = callback === undefined ? undefined : requested(callback);
  const expected = `a callback with cardId ${String(cardId)} and nothing else`;
  if (callback !== undefined && callback.failure !== null) return undetermined(expected, 'a callback that broke off');
  if (body === undefined) return verdictOf(false, expected, 'no callback with a JSON body');
  const members = Object.keys(body ?? {});
  const right = at(body, '/cardId') === cardId && members.length === 1;
  return verdictOf(right, expected, `members ${members.join(', ')}`);
};

/**
 * An ended subscription gives no code while another subscription of the same card does: without that other code there
 * might have been none to give. The first exchange ended the subscription, the last read its token, those between read
 * the other one. Whether a card keeps its token is open (U-05): where both subscriptions have one token, the other one was ended as
 * well before the last read, or a code under it is the other one's.
 */
const noCodeAfterEnd: Evaluate = ({ exchanges }) => {
  const [ended, ...reads] = exchanges;
  const [others, final] = [reads.slice(0, -1), reads.at(-1)];
  const expected = 'a code for the other subscription and none for the ended one';
  if (ended === undefined || final === undefined || !(isAccepted(final) || isRefused(final)))
    return undetermined(expected, inWords(final));
  const notEnded = [ended, ...others].find((each) => each.operationId === 'unsubscribeOtp' && !isAccepted(each));
  const refusal = isAccepted(ended) ? notEnded : ended;
  if (refusal !== undefined) return verdictOf(false, expected, `the subscription was not ended: ${inWords(refusal)}`);
  const isOver = others.at(-1)?.operationId === 'unsubscribeOtp';
  if (!others.some(showsCode)) return undetermined(expected, 'the other subscription gave no code');
  if (!isOver && showsCode(final) && others.some(({ request }) => request.path === final.request.path))
    return undetermined(expected, 'a code, and both subscriptions have the same token');
  return verdictOf(!showsCode(final), expected, showsCode(final) ? 'a code' : `${inWords(final)} without a code`);
};

/**
 * While a code is read for one card, the subscription of another one shows none. The first exchange subscribed that other card,
 * the last reads its token, those between read the code. A subscription by cardholder covers every card of the person (E-06),
 * and whether two cards can have one token is open (U-05).
 */
const codeForItsCardAlone: Evaluate = ({ exchanges }) => {
  const [subscription, ...reads] = exchanges;
  const [codes, other] = [reads.slice(0, -1), reads.at(-1)];
  const expected = 'a code for the card and none for another one';
  if (subscription === undefined || other === undefined || isSilent(other))
    return undetermined(expected, inWords(other));
  if (!codes.some(showsCode)) return undetermined(expected, 'no code for the card');
  if (at(requested(subscription), '/cardId') === undefined)
    return verdictOf(true, expected, 'a subscription by cardholder, which covers every card');
  if (showsCode(other) && codes.some(({ request }) => request.path === other.request.path))
    return undetermined(expected, 'a code, and both cards have the same token');
  return verdictOf(
    !showsCode(other),
    expected,
    showsCode(other) ? 'a code for both' : `${inWords(other)} without a code`,
  );
};

/**
 * Nobody is called back about a code once the subscription is ended: behind the exchange that subscribed there is no callback. One
 * without an address is called by nobody.
 */
const noCallbackAfterEnd: Evaluate = ({ exchanges }) => {
  const [subscription, ...callbacks] = exchanges;
  const expected = 'no callback for the ended subscription';
  if (subscription === undefined || !isAccepted(subscription)) return undetermined(expected, inWords(subscription));
  if (at(requested(subscription), '/webhookUrl') === undefined)
    return verdictOf(callbacks.length === 0, expected, 'a subscription without a callback address');
  return verdictOf(callbacks.length === 0, expected, `${String(callbacks.length)} callback(s)`);
};

/** The code was read after the callback had come: the first exchange is the callback, the last the read with the code. */
const codeAfterCallback: Evaluate = (evidence) => {
  const [callback] = evidence.exchanges;
  if (callback?.operationId !== 'receiveOtpCallback')
    return undetermined('a code read after the callback', 'no callback');
  if (callback.failure !== null) return undetermined('a code read after the callback', 'a callback that broke off');
  return codeWithExpiry(evidence);
};

/** Checks on 3-D Secure listeners and codes. */
export const otpChecks = {
  'listener-token-issued': exampled('A subscription gives a token', setUp, carries('/token')),
  'no-code-before-challenge': inferred('There is no code before a challenge', setUp, noCode, ['U-05']),
  'code-received-with-expiry': exampled('A code comes with its expiry', setUp, codeWithExpiry),
  'code-for-its-card-alone': documented(
    'A code reaches the subscriptions of its card alone',
    setUp,
    codeForItsCardAlone,
  ),
  'callback-names-card-only': documented('The callback never carries the code', setUp, callbackNamesCardOnly),
  'code-fetched-after-callback': documented('The code is fetched after the callback', setUp, codeAfterCallback),
  'code-not-served-after-expiry': documented(
    'A lapsed code is not served',
    'docs/sandbox-overview',
    notServedAfterExpiry,
  ),
  'listener-refused-unless-active': documented('Only Active cards subscribe', 'docs/three-d-secure', refused),
  'no-code-after-unsubscribe': documented('An ended subscription gives no code', setUp, noCodeAfterEnd),
  'no-callback-after-end': inferred('An ended subscription is called back no more', setUp, noCallbackAfterEnd),
  'subscription-names-somebody': documented(
    'A subscription names a card or a cardholder',
    'reference/post_otp-listeners',
    refused,
  ),
  'legacy-listener-answered': documented(
    'The legacy form gets a clear answer',
    'docs/webhooks-and-callback-endpoints',
    acceptedOrRefused,
    ['C-08'],
  ),
};
