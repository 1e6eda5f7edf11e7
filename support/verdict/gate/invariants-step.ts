import type { FindingLevel } from '../../judgement/provenance.js';
import { couldCertify, type GateInput } from '../gate-input.js';
import { notArising, type StepDefinition } from '../gate-step.js';

/** Whether a broken invariant rejects the run. A level this build does not know does. */
const rejecting: Readonly<Record<FindingLevel, boolean>> = { fail: true, review: false, advisory: false };

/** Rules over all traffic, whatever the scenario. No waiver covers them: they are about money and state. */
export const invariantsStep: StepDefinition = {
  id: 'invariants',
  title: 'money and lifecycles kept their rules over all traffic',
  causes: [
    { exit: 'rejected', against: (input) => violationsOf(input, true) },
    { exit: 'incomplete', against: (input) => (couldCertify(input) ? unwatched(input) : []) },
  ],
  notes: (input) => [...unwatched(input), ...violationsOf(input, false), ...neverShown(input)],
  instead: ({ invariants }) =>
    invariants.some(({ evaluated }) => evaluated > 0)
      ? null
      : `${notArising}no rule over all traffic was put to the test`,
};

function violationsOf({ invariants }: GateInput, rejects: boolean): string[] {
  return invariants
    .filter(({ level }) => (Object.hasOwn(rejecting, level) ? rejecting[level] : true) === rejects)
    .flatMap(({ id, title, violations }) =>
      violations.map(({ message, exchangeIds }) => `${id} (${title}): ${message} (${exchangeIds.join(', ')})`),
    );
}

/** A run nobody watched kept no rule. */
function unwatched({ invariants }: GateInput): string[] {
  return invariants.length === 0 ? ['no invariant was evaluated'] : [];
}

function neverShown({ invariants }: GateInput): string[] {
  return invariants
    .filter(({ evaluated }) => evaluated === 0)
    .map(({ id, title }) => `${id} (${title}): nothing in this run put it to the test`);
}
