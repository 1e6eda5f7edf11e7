import { isPractice, type GateInput } from '../gate-input.js';
import { gateRows, rowLine } from '../gate-rows.js';
import { scenariosOf } from '../gate-scenarios.js';
import { notArising, type StepDefinition } from '../gate-step.js';
import { withoutResults } from './plan-steps.js';
import { platformIsShown, simulatedRows } from './real-only.js';
import { unstableScenarios } from './unstable.js';
import type { RequirementResult } from '../requirement-result.js';
import { unstableRule } from '../waivers/waivable.js';
import { briefly, coveringContradictions, waiversInUse } from '../waivers/waivers-in-use.js';
import { waiverLine } from '../waivers/waiver-state.js';

/** What the target did. Contradictions that a waiver covers are listed with the waivers. */
export const behaviourStep: StepDefinition = {
  id: 'behaviour',
  title: 'nothing the target did is rejected',
  causes: [
    {
      exit: 'rejected',
      against: (input) => [
        ...input.requirements
          .filter(({ outcome, marks }) => outcome === 'contradicted' && !marks.includes('waived'))
          .map(rowLine),
        ...scenariosOf('rejected', input),
        ...input.strayFailures,
      ],
    },
  ],
  notes: ({ waivers }) => coveringContradictions(waivers).map(waiverLine),
  instead: ({ waivers }) =>
    coveringContradictions(waivers).length === 0 ? null : 'what the target did is rejected, but a waiver covers it',
};

/** The rows that software drives. */
export const requirementsStep: StepDefinition = {
  id: 'requirements',
  title: 'no applicable MUST row that software drives is left open',
  causes: [
    {
      exit: 'incomplete',
      against: (input) => [
        ...(input.requirements.length === 0 ? ['the catalogue has no rows'] : []),
        ...gateRows('undemonstrated', input),
      ],
    },
  ],
  notes: waivedRows,
  instead: (input) => {
    const which = input.partial ? 'selected' : 'applicable';
    if (!input.requirements.some(isForSoftware)) return `${notArising}no ${which} MUST row is for software to drive`;
    const waived = waivedRows(input).length === 0 ? '' : ', but for those that a waiver covers';
    return `no ${which} MUST row that software drives is left open${waived}`;
  },
};

/** Rows about the target are proved on the target. */
export const realOnlyStep: StepDefinition = {
  id: 'real-only',
  title: 'every demonstrated row about the platform itself was proved on a real target',
  causes: [{ exit: 'incomplete', against: (input) => (isPractice(input) ? [] : simulatedRows(input, 'MUST')) }],
  notes: (input) => {
    const rows = simulatedRows(input, null);
    return rows.length === 0 || !isPractice(input)
      ? rows
      : [`${rows.length} ${rows.length === 1 ? 'row rests' : 'rows rest'} on a simulated target only`];
  },
  instead: (input) => {
    if (!platformIsShown(input)) return `${notArising}no row about the platform itself is demonstrated`;
    const practiceOnly = isPractice(input) && simulatedRows(input, null).length > 0;
    return practiceOnly ? 'rows about the platform itself are proved in practice only' : null;
  },
};

/** A verdict that changed between attempts is luck until somebody explains it. */
export const unstableStep: StepDefinition = {
  id: 'unstable',
  title: 'no scenario of a MUST row changed its verdict between attempts',
  causes: [{ exit: 'incomplete', against: (input) => unstableScenarios(input, 'blocking') }],
  notes: (input) => unstableScenarios(input, 'listed'),
  instead: (input) =>
    waiversInUse(input.waivers).some(({ rule }) => rule === unstableRule)
      ? 'no scenario of a MUST row changed its verdict between attempts, but for those that a waiver covers'
      : withoutResults('no scenario ran more than once')(input),
};

/** All waivers are listed: those that cover something, and those that lapsed or cover nothing. */
export const waiversStep: StepDefinition = {
  id: 'waivers',
  title: 'every waiver is one that may be given',
  causes: [
    {
      exit: 'incomplete',
      against: ({ waivers }) => waivers.filter(({ state }) => state === 'refused').map(waiverLine),
    },
  ],
  notes: ({ waivers }) => waivers.map(waiverLine),
  instead: ({ waivers }) => (waivers.length === 0 ? `${notArising}no waiver was claimed` : null),
};

/** Rows for people belong to staging's certification; after go-live they are listed and keep no check waiting. */
export const peopleStep: StepDefinition = {
  id: 'people',
  title: 'rows for people are attested',
  causes: [
    {
      exit: 'awaitingPeople',
      against: (input) => (isPractice(input) || input.environment === 'production' ? [] : gateRows('people', input)),
    },
  ],
  notes: (input) => [...gateRows('people', input), ...attestedRows(input)],
  instead: (input) => peopleInstead(input),
};

/** What a person should look at; blocks nothing. */
export const reviewsStep: StepDefinition = {
  id: 'reviews',
  title: 'no review or advisory is open',
  causes: [],
  notes: openReviews,
  instead: (input) =>
    openReviews(input).length === 0 ? null : 'reviews and advisories are for people to look at; they block nothing',
};

function openReviews(input: GateInput): string[] {
  return [...scenariosOf('remark', input), ...input.requirements.filter(({ review }) => review).map(rowLine)];
}

/** Rows for people that wait are no reason to say that all of them are attested; where there is none, nothing is. */
function peopleInstead(input: GateInput): string | null {
  if (gateRows('people', input).length > 0) return 'rows for people are listed; they do not block this run';
  return attestedRows(input).length > 0
    ? null
    : `${notArising}no ${input.partial ? 'selected' : 'applicable'} row is for people`;
}

/** True for a MUST row in scope that no person has to drive. */
function isForSoftware({ level, outcome, peopleTask }: RequirementResult): boolean {
  return level === 'MUST' && peopleTask === null && outcome !== 'not-applicable' && outcome !== 'out-of-scope';
}

function attestedRows({ requirements }: GateInput): string[] {
  return requirements.filter(({ marks }) => marks.includes('attested')).map(rowLine);
}

/** Contradicted rows that a waiver covers, with who waived what until when, as lines. */
function waivedRows({ requirements, waivers }: GateInput): string[] {
  return requirements
    .filter(({ outcome, marks }) => outcome === 'contradicted' && marks.includes('waived'))
    .map(({ id, title, outcome }) => {
      const given = coveringContradictions(waivers).filter(({ requirement }) => requirement === id);
      return `${id} ${title}: ${outcome}, waived: ${given.map(briefly).join(', ')}`;
    });
}
