import type { GateInput } from '../gate-input.js';
import { messageDefects, planDefects, unfinished } from '../gate-plan.js';
import { gateRows, misplacedRows } from '../gate-rows.js';
import { scenariosOf } from '../gate-scenarios.js';
import { notArising, type StepDefinition } from '../gate-step.js';

/** Our own code, hooks and writers. */
export const harnessStep: StepDefinition = {
  id: 'harness',
  title: 'the harness itself worked',
  causes: [
    {
      exit: 'harnessError',
      against: (input) => [
        ...scenariosOf('harness', input),
        ...input.harnessProblems,
        ...gateRows('unknown', input),
        ...misplacedRows(input),
      ],
    },
  ],
};

/** Planned = run + not applicable, in plan, results and Cucumber's own messages alike. */
export const completenessStep: StepDefinition = {
  id: 'completeness',
  title: 'every planned scenario has exactly one final verdict, and Cucumber counts the same',
  causes: [
    { exit: 'harnessError', against: (input) => [...planDefects(input), ...messageDefects(input)] },
    {
      exit: 'incomplete',
      against: (input) => [
        ...(input.planned.length === 0 ? ['nothing was planned'] : []),
        ...(input.interrupted ? ['the run was interrupted'] : []),
        ...unfinished(input),
      ],
    },
  ],
  // Which machine ran which part of a merged run.
  notes: ({ shards }) => shards,
};

/**
 * Waits and deadlines do not follow a clock that is set, but the times in the evidence, and those that are compared with the
 * target's own, rest on it.
 */
export const clockStep: StepDefinition = {
  id: 'clock',
  title: 'the clock of this machine ran evenly',
  causes: [{ exit: 'incomplete', against: ({ clockJumps }) => clockJumps }],
};

/** No exchange went by without a word of the judge. */
export const judgedStep: StepDefinition = {
  id: 'judged',
  title: 'every exchange was judged',
  causes: [
    {
      exit: 'incomplete',
      against: ({ notJudged }) => notJudged.map(({ exchangeId, reason }) => `${exchangeId}: ${reason}`),
    },
  ],
};

/** Words for a step about scenarios where none has a result, as in a run that was stopped at once; null where one has. */
export function withoutResults(words: string): (input: GateInput) => string | null {
  return ({ results }) => (results.length === 0 ? `${notArising}${words}` : null);
}

/** Inconclusive and not run. */
export const scenariosStep: StepDefinition = {
  id: 'scenarios',
  title: 'every scenario reached a verdict about the target',
  causes: [{ exit: 'incomplete', against: (input: GateInput) => scenariosOf('blocked', input) }],
  instead: withoutResults('no scenario has a result'),
};

/** A scenario that asserts nothing proves nothing, however green Cucumber shows it. */
export const vacuousStep: StepDefinition = {
  id: 'vacuous',
  title: 'no scenario ended without a check',
  causes: [{ exit: 'incomplete', against: (input: GateInput) => scenariosOf('vacuous', input) }],
  instead: withoutResults('no scenario ended'),
};
