import type { QuestionCounts } from '../questions/answered-question.js';
import type { GateDecision } from '../verdict/decide.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import type { Requirement } from '../verdict/requirement.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { Leftovers } from './leftovers/leftovers.js';
import type { ReproducedCause } from './reproduce/reproduced-cause.js';
import type { RecordedFacts } from './recorded-facts.js';
import type { RunFacts } from './run-facts.js';

/** Everything the views of a run are made from. Masked data only. */
export interface DecidedRun {
  readonly facts: RunFacts;
  readonly gate: GateDecision;
  /** One final result a scenario, in running order. */
  readonly results: readonly ScenarioResult[];
  readonly requirements: readonly RequirementResult[];
  /** The catalogue the rows come from. */
  readonly catalogue: readonly Requirement[];
  /** What the decision rests on besides results, exchanges and plan. */
  readonly recorded: RecordedFacts;
  /** Every cause of findings with how to see it again; present once `results/findings.json` is written. */
  readonly findings?: readonly ReproducedCause[];
  /** Open questions the run answered; present once `questions.json` is written. */
  readonly questions?: QuestionCounts;
  /** What the run created and did not remove; present once `leftovers.json` is written. */
  readonly leftovers?: Leftovers;
}
