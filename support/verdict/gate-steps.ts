import type { GateInput } from './gate-input.js';
import { runStep, type GateStep, type StepDefinition } from './gate-step.js';
import {
  cardDataStep,
  contractStep,
  integrityStep,
  modeStep,
  originStep,
  recomputationStep,
} from './gate/evidence-steps.js';
import { carriedStep } from './gate/carried-step.js';
import { contractRulesStep } from './gate/contract-rules-step.js';
import { invariantsStep } from './gate/invariants-step.js';
import { clockStep, completenessStep, harnessStep, judgedStep, scenariosStep, vacuousStep } from './gate/plan-steps.js';
import {
  behaviourStep,
  peopleStep,
  realOnlyStep,
  requirementsStep,
  reviewsStep,
  unstableStep,
  waiversStep,
} from './gate/row-steps.js';

/**
 * The gate, in the order in which it is read: first whether the evidence can be trusted, then whether it is whole, then
 * what it says. Every step runs; the strongest exit code decides, and the first step that asks for it says why.
 */
const definitions: readonly StepDefinition[] = [
  ...[integrityStep, cardDataStep, modeStep, originStep, contractStep, contractRulesStep, carriedStep],
  ...[harnessStep, completenessStep, clockStep, judgedStep, scenariosStep, vacuousStep, recomputationStep],
  ...[behaviourStep, requirementsStep, realOnlyStep, invariantsStep, unstableStep],
  ...[waiversStep, peopleStep, reviewsStep],
];

/** Runs every step of the gate, in order. */
export function gateSteps(input: GateInput): GateStep[] {
  return definitions.map((definition) => runStep(definition, input));
}
