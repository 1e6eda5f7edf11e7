import { type Call, type Handlers, integerMember, required, textMember } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import type { Program } from '../program.js';
import { allow } from '../transition.js';
import type { Cardholder } from './cardholder.js';
import { cardholderOf, findCardholder } from './find-cardholder.js';
import { passThrough } from './review.js';

/** Compliance review: submission, a new link, the token route, and the forced result. */
export const kycHandlers: Handlers = {
  submitKyc: (call, program) => openReview(call, program, cardholderOf(call, program)),
  refreshKycUrl: (call, program) => openReview(call, program, cardholderOf(call, program)),
  submitSumsubToken,
  simulateKycResult,
};

const linkAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Hosted route or token route, by the cardholder's own switch. Source: reference/put_cardholders-cardholderid-kyc-submit. */
function routeGuards(cardholder: Cardholder) {
  return {
    'hosted-review': () =>
      cardholder.sumsubEnabled ? 'the cardholder has sumsubEnabled, its token route applies' : null,
    'token-review': () => (cardholder.sumsubEnabled ? null : 'the cardholder has no sumsubEnabled, kyc-submit applies'),
  };
}

function submitSumsubToken(call: Call, program: Program): Reply {
  required(textMember(call.body, 'token'), 'token');
  openReview(call, program, cardholderOf(call, program));
  return ok({ status: 'success' });
}

/** Starts or reopens a review; while one is running it only replaces the link. */
function openReview(call: Call, program: Program, cardholder: Cardholder): Reply {
  const { to } = allow(program, {
    lifecycle: 'cardholder',
    from: cardholder.state,
    event: call.operationId,
    guards: routeGuards(cardholder),
  });
  if (to === 'pending') {
    const reopened = program.store.cardholders.update(cardholder.id, { review: cardholder.review + 1 });
    passThrough(program, reopened, call.now, 'review-opened');
  }
  return ok({ status: 'success', applicationLink: makeLink(program) });
}

function makeLink(program: Program): string {
  return `https://verify.axys-emulator.invalid/session/${program.platform.random.text(linkAlphabet, 24)}`;
}

function simulateKycResult(call: Call, program: Program): Reply {
  const id = required(integerMember(call.body, 'cardholderId'), 'cardholderId');
  const result = required(textMember(call.body, 'result'), 'result');
  const cardholder = findCardholder(program, id);
  const { guard } = allow(program, {
    lifecycle: 'cardholder',
    from: cardholder.state,
    event: call.operationId,
    guards: {
      'result-pass': () => (result === 'pass' ? null : 'result is not pass'),
      'result-fail': () => (result === 'fail' ? null : 'result is not fail'),
    },
  });
  passThrough(program, cardholder, call.now, guard === 'result-pass' ? 'kyc-passed' : 'kyc-failed');
  return ok({ status: 'success', result: {} });
}
