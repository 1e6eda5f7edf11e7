import { couldCertify, type GateInput, type PackCheck } from '../gate-input.js';
import type { StepDefinition } from '../gate-step.js';
import { practiceReasons, unknownWords } from './mode.js';

/** Manifest, journal and signature. */
export const integrityStep: StepDefinition = packStep({
  id: 'integrity',
  title: 'the evidence is complete and unaltered',
  check: ({ integrity }) => integrity,
  broken: 'the evidence does not match its manifest, journal or signature',
});

/** The search for card data and secrets. */
export const cardDataStep: StepDefinition = packStep({
  id: 'card-data',
  title: 'no card data in the evidence',
  check: ({ cardData }) => cardData,
  broken: 'card data or a secret reached the evidence',
});

/** Every verdict derived a second time, from what lies in the pack. */
export const recomputationStep: StepDefinition = packStep({
  id: 'recomputation',
  title: 'every verdict follows from the recorded exchanges',
  check: ({ recomputation }) => recomputation,
  broken: 'verdicts derived again from the evidence are others than the recorded ones (results/recomputation.json)',
});

/** Practice is never silent: what makes a run practice is listed. */
export const modeStep: StepDefinition = {
  id: 'mode',
  title: 'environment, target and signing key are such that the run can certify',
  causes: [{ exit: 'harnessError', against: unknownWords }],
  notes: practiceReasons,
  instead: (input) => (practiceReasons(input).length === 0 ? null : 'this run cannot certify, for the reasons named'),
};

/** What the target is called, against what its connections show. */
export const originStep: StepDefinition = {
  id: 'origin',
  title: 'the connections show the target that the run names',
  causes: [
    { exit: 'integrity', against: ({ origin }) => origin.contradictions },
    { exit: 'incomplete', against: (input) => (couldCertify(input) ? input.origin.unproven : []) },
  ],
  notes: ({ origin }) => origin.unproven,
  instead: ({ origin }) =>
    origin.unproven.length === 0 ? null : 'the connections do not contradict the target that the run names',
};

/** Which contract judged, and whether it is the one in the plan. */
export const contractStep: StepDefinition = {
  id: 'contract',
  title: 'the contract that judged is the one frozen in the plan',
  causes: [
    { exit: 'integrity', against: foreignContract },
    { exit: 'incomplete', against: (input) => (couldCertify(input) ? alteredContract(input) : []) },
  ],
  notes: (input) => [...alteredContract(input), ...otherContract(input)],
};

interface PackStep {
  readonly id: string;
  readonly title: string;
  readonly check: (input: GateInput) => PackCheck;
  /** What is wrong when the check says `broken`. */
  readonly broken: string;
}

/** Said where the harness knows why the evidence does not hold. */
const hole = 'the evidence has a hole: the harness could not write all that happened';

/** Practice may leave the evidence unchecked; a run that could be certifiable may not. */
function packStep({ id, title, check, broken }: PackStep): StepDefinition {
  const unchecked = (input: GateInput) => (check(input) === 'not-checked' ? ['it was not checked'] : []);
  return {
    id,
    title,
    causes: [
      {
        exit: 'integrity',
        // An unknown word counts as broken: recorded data may come from another build.
        against: (input) => (['sound', 'holed', 'not-checked'].includes(check(input)) ? [] : [broken]),
      },
      { exit: 'harnessError', against: (input) => (check(input) === 'holed' ? [hole] : []) },
      { exit: 'incomplete', against: (input) => (couldCertify(input) ? unchecked(input) : []) },
    ],
    notes: unchecked,
  };
}

function foreignContract({ contract: { frozen, judged, asJudged } }: GateInput): string[] {
  if (!asJudged || frozen === judged) return [];
  return [`plan/contract.json has the SHA-256 ${frozen}, the run was judged by ${judged}`];
}

/** Our own document, taken as it is, must be the published one; one that was edited judges by somebody's own rules. */
function alteredContract({ contract: { published, given, overlay, judged } }: GateInput): string[] {
  if (published || given || overlay) return [];
  return [`the contract of this build was altered: ${judged} is not the published digest`];
}

function otherContract({ contract: { given, overlay, asJudged } }: GateInput): string[] {
  return [
    ...(given ? ['judged by a document of the operator (AXYS_CONTRACT), not by the published contract'] : []),
    ...(overlay ? ['an overlay of the operator was applied (AXYS_CONTRACT_OVERLAY): plan/contract-overlay.json'] : []),
    ...(asJudged ? [] : ['sample data was masked in plan/contract.json, so its digest proves nothing']),
  ];
}
