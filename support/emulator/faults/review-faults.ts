import { integerMember } from '../http/call.js';
import { ok } from '../http/reply.js';
import type { Faults } from './fault.js';
import { behaving, mishearing, reshaping, spoiling, together, withholding } from './plant-answers.js';
import { deciding, lettingThrough, mistaking, overlooking, refusing } from './plant-decisions.js';

const reopening = ['refreshKycUrl', 'submitKyc'] as const;

/** Faults of creation, submission and review of cardholders. */
export const reviewFaults: Faults = {
  'lifecycle/created-approved': behaving('createCardholder', (call, program, sound) => {
    const reply = sound(call, program);
    const newest = program.store.cardholders.all().at(-1);
    if (newest !== undefined) program.store.cardholders.update(newest.id, { state: 'approved' });
    return reply;
  }),
  'lifecycle/cardholder-unnumbered': withholding('createCardholder', 'cardholderId'),
  'lifecycle/approved-submitted-again': mistaking('submitKyc', 'cardholders', 'approved', 'draft'),
  'lifecycle/first-name-unbounded': overlooking('createCardholder', 'firstName'),
  'lifecycle/submission-ignored': behaving('submitKyc', () =>
    ok({ status: 'success', applicationLink: 'https://verify.axys-emulator.invalid/session/ignored' }),
  ),
  'lifecycle/submission-without-link': withholding('submitKyc', 'applicationLink'),
  'lifecycle/declined-though-passed': decidedAs('pass', 'fail'),
  'lifecycle/approved-though-failed': decidedAs('fail', 'pass'),
  'lifecycle/forced-result-ignored': behaving('simulateKycResult', () => ok({ status: 'success', result: {} })),
  'lifecycle/forced-result-refused': refusing('simulateKycResult', () => true),
  'lifecycle/second-review-always-declines': mishearing('simulateKycResult', (call, program) => {
    const id = integerMember(call.body, 'cardholderId');
    const isSecond = id !== null && (program.store.cardholders.get(id)?.review ?? 0) > 1;
    return isSecond ? { ...call, body: { ...call.body, result: 'fail' } } : call;
  }),
  'lifecycle/passing-status-is-last': deciding('cardholder', 'kyc-passed', (decision) =>
    decision.legal ? { legal: true, transition: { ...decision.transition, to: 'pending' } } : decision,
  ),
  'lifecycle/decline-is-final': refusing([...reopening], (pathId, program) => {
    return program.store.cardholders.get(Number(pathId))?.state === 'compliance-decline';
  }),
  'lifecycle/decline-never-reopens': behaving([...reopening], (call, program, sound) => {
    const isDeclined = program.store.cardholders.get(Number(call.pathId))?.state === 'compliance-decline';
    const link = `https://verify.axys-emulator.invalid/session/closed-${program.platform.random.digits(12)}`;
    return isDeclined ? ok({ status: 'success', applicationLink: link }) : sound(call, program);
  }),
  'lifecycle/refresh-repeats-link': reshaping('refreshKycUrl', (members, { pathId }) => ({
    ...members,
    applicationLink: `https://verify.axys-emulator.invalid/session/of-${pathId}`,
  })),
  'lifecycle/refresh-returns-to-draft': behaving('refreshKycUrl', (call, program, sound) => {
    const reply = sound(call, program);
    program.store.cardholders.update(Number(call.pathId), { state: 'draft' });
    return reply;
  }),
  'lifecycle/result-forced-on-draft': mistaking('simulateKycResult', 'cardholders', 'draft', 'under-review'),
  'lifecycle/result-forced-after-review': mistaking('simulateKycResult', 'cardholders', 'approved', 'under-review'),
  'lifecycle/unknown-result-passes': together(
    lettingThrough('simulateKycResult'),
    mishearing('simulateKycResult', (call) => {
      const isKnown = call.body['result'] === 'pass' || call.body['result'] === 'fail';
      return isKnown ? call : { ...call, body: { ...call.body, result: 'pass' } };
    }),
  ),
  'lifecycle/result-forced-on-nobody': behaving('simulateKycResult', (call, program, sound) => {
    const id = integerMember(call.body, 'cardholderId');
    const exists = id === null || program.store.cardholders.get(id) !== null;
    return exists ? sound(call, program) : ok({ status: 'success', result: {} });
  }),
  'lifecycle/refused-result-takes-effect': spoiling('simulateKycResult', (call, program) => {
    const cardholder = program.store.cardholders.get(integerMember(call.body, 'cardholderId') ?? 0);
    if (cardholder?.state === 'draft') program.store.cardholders.update(cardholder.id, { state: 'under-review' });
  }),
};

/** A forced result is taken for the other one. */
function decidedAs(asked: string, heard: string) {
  return mishearing('simulateKycResult', (call) =>
    call.body['result'] === asked ? { ...call, body: { ...call.body, result: heard } } : call,
  );
}
