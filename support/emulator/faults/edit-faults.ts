import { ok } from '../http/reply.js';
import { Refusal } from '../http/refusal.js';
import type { Call } from '../http/call.js';
import type { Program } from '../program.js';
import type { Faults } from './fault.js';
import { behaving, spoiling } from './plant-answers.js';
import { mistaking, refusing } from './plant-decisions.js';

/** Faults of editing cardholders. */
export const editFaults: Faults = {
  'lifecycle/locked-edit-accepted': mistaking('updateCardholder', 'cardholders', 'under-review', 'draft'),
  'lifecycle/approved-edit-accepted': mistaking('updateCardholder', 'cardholders', 'approved', 'draft'),
  'lifecycle/locked-edit-takes-effect': spoiling('updateCardholder', rename),
  'lifecycle/locked-edit-answered-400': behaving('updateCardholder', (call, program, sound) => {
    try {
      return sound(call, program);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.code !== 'refused_by_state') throw problem;
      throw new Refusal('validation_failed', { problems: 'the member is locked' });
    }
  }),
  'lifecycle/draft-edit-refused': refusing('updateCardholder', (pathId, program) => isIn(pathId, program, 'draft')),
  'lifecycle/declined-edit-refused': refusing('updateCardholder', (pathId, program) =>
    isIn(pathId, program, 'compliance-decline'),
  ),
  'lifecycle/edit-lost': behaving('updateCardholder', () => ok({ status: 'success' })),
};

function rename({ pathId, body }: Call, program: Program): void {
  const cardholder = program.store.cardholders.get(Number(pathId));
  if (cardholder === null || body['lastName'] === undefined) return;
  program.store.cardholders.update(cardholder.id, {
    person: { ...cardholder.person, lastName: body['lastName'] },
  });
}

function isIn(pathId: string, program: Program, state: string): boolean {
  return program.store.cardholders.get(Number(pathId))?.state === state;
}
