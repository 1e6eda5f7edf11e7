import type { ExitName } from './exit-code.js';
import { couldCertify, isPractice, type GateInput, type PackCheck } from './gate-input.js';
import { planDefects, unfinished } from './gate-plan.js';
import { gateRows, misplacedRows, rowLine } from './gate-rows.js';
import { scenariosOf } from './gate-scenarios.js';

/** One step of the gate, before it ran. */
interface StepDefinition {
  readonly id: string;
  /** What holds when the step passes. */
  readonly title: string;
  /** Exit code when it does not. */
  readonly exit: ExitName;
  /** What stands against it, one line each; empty when nothing does. */
  readonly against?: (input: GateInput) => readonly string[];
  /** What is worth saying although it does not block, one line each. */
  readonly notes?: (input: GateInput) => readonly string[];
}

/** One step of the gate after it ran. Every step runs and is printed, whatever the others said. */
export interface GateStep {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'noted';
  /** Exit code the step asks for; null when it asks for none. */
  readonly exit: ExitName | null;
  readonly items: readonly string[];
}

const definitions: readonly StepDefinition[] = [
  {
    id: 'integrity',
    title: 'the evidence is complete and unaltered',
    exit: 'integrity',
    against: ({ integrity }) => broken(integrity, 'the evidence does not match its manifest, journal or signature'),
    notes: ({ integrity }) => unchecked(integrity),
  },
  {
    id: 'card-data',
    title: 'no card data in the evidence',
    exit: 'integrity',
    against: ({ cardData }) => broken(cardData, 'card data or a secret reached the evidence'),
    notes: ({ cardData }) => unchecked(cardData),
  },
  {
    id: 'behaviour',
    title: 'nothing the target did is rejected',
    exit: 'rejected',
    against: (input) => [
      ...input.requirements.filter(({ outcome }) => outcome === 'contradicted').map(rowLine),
      ...scenariosOf('rejected', input),
      ...input.strayFailures,
    ],
  },
  {
    id: 'harness',
    title: 'the harness itself worked',
    exit: 'harnessError',
    against: (input) => [
      ...scenariosOf('harness', input),
      ...input.harnessProblems,
      ...planDefects(input),
      ...gateRows('unknown', input),
      ...misplacedRows(input),
    ],
  },
  {
    id: 'plan',
    title: 'every planned scenario finished and the evidence was checked',
    exit: 'incomplete',
    against: (input) => [
      ...(input.planned.length === 0 ? ['nothing was planned'] : []),
      ...(input.interrupted ? ['the run was interrupted'] : []),
      ...unfinished(input),
      ...neverCheckedPack(input),
    ],
  },
  {
    id: 'judged',
    title: 'every exchange was judged',
    exit: 'incomplete',
    against: ({ notJudged }) => notJudged.map(({ exchangeId, reason }) => `${exchangeId}: ${reason}`),
  },
  {
    id: 'scenarios',
    title: 'every scenario reached a verdict about the target',
    exit: 'incomplete',
    against: (input) => scenariosOf('blocked', input),
  },
  {
    id: 'requirements',
    title: 'no applicable MUST row that software drives is left open',
    exit: 'incomplete',
    against: (input) => [
      ...(input.requirements.length === 0 ? ['the catalogue has no rows'] : []),
      ...gateRows('undemonstrated', input),
    ],
  },
  {
    id: 'people',
    title: 'rows for people are attested',
    exit: 'awaitingPeople',
    // Rows for people belong to staging's certification; after go-live they are listed and keep no check waiting.
    against: (input) => (isPractice(input) || input.environment === 'production' ? [] : gateRows('people', input)),
    notes: (input) => [...gateRows('people', input), ...attestedRows(input)],
  },
  {
    id: 'remarks',
    title: 'no review or advisory is open',
    exit: 'incomplete',
    notes: (input) => [
      ...scenariosOf('remark', input),
      ...input.requirements.filter(({ review }) => review).map(rowLine),
    ],
  },
];

/** Runs every step of the gate, in order. */
export function gateSteps(input: GateInput): GateStep[] {
  return definitions.map(({ id, title, exit, against, notes }) => {
    const items = against?.(input) ?? [];
    if (items.length > 0) return { id, title, outcome: 'failed', exit, items };
    const noted = notes?.(input) ?? [];
    return { id, title, outcome: noted.length > 0 ? 'noted' : 'passed', exit: null, items: noted };
  });
}

function attestedRows({ requirements }: GateInput): string[] {
  return requirements.filter(({ marks }) => marks.includes('attested')).map(rowLine);
}

/** An unknown word counts as broken: recorded data may come from another build. */
function broken(check: PackCheck, sentence: string): string[] {
  return check === 'sound' || check === 'not-checked' ? [] : [sentence];
}

function unchecked(check: PackCheck): string[] {
  return check === 'not-checked' ? ['this version does not check it'] : [];
}

/** Practice may leave the evidence unchecked; a run that could be certifiable may not. */
function neverCheckedPack(input: GateInput): string[] {
  if (!couldCertify(input)) return [];
  return [input.integrity, input.cardData].includes('not-checked') ? ['integrity or card data was not checked'] : [];
}
