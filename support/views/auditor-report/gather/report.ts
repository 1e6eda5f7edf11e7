import type { CallFiles } from './call-files.js';
import type { CarriedFrom } from './carried-scenarios.js';
import type { Lifecycle } from '../../../lifecycle/lifecycle.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { RequirementResult } from '../../../verdict/requirement-result.js';
import type { Requirement } from '../../../verdict/requirement.js';
import type { DerivedRun } from '../../derived-run.js';
import type { DepositCourse } from './deposit-courses.js';
import type { ErrorCase } from './error-cases.js';
import type { Limits } from './limits.js';
import type { OperationUse } from './operation-use.js';
import type { PlanFacts } from '../../../evidence/plan-facts.js';
import type { ShownScenario } from './shown-scenarios.js';
import type { StateChanges } from './state-changes.js';

/** A row of the matrix: what the catalogue asks and what the run says. */
export interface ReportRow {
  readonly asked: Requirement;
  readonly result: RequirementResult;
  /** Anchor on the page. */
  readonly anchor: string;
}

/** Everything the page shows, gathered in one pass over the recording. */
export interface Report {
  readonly run: DerivedRun;
  readonly plan: PlanFacts;
  readonly limits: Limits;
  readonly rows: readonly ReportRow[];
  readonly scenarios: ReadonlyMap<string, ShownScenario>;
  /** Scenarios that an earlier run ran, by scenario id. */
  readonly carried: ReadonlyMap<string, CarriedFrom>;
  /** Calls shown with request and answer, by id. */
  readonly calls: ReadonlyMap<string, Exchange>;
  /** Where the other calls are. */
  readonly callFiles: CallFiles;
  /** Shown calls that belong to no scenario, in order. */
  readonly strays: readonly Exchange[];
  /** Calls that ended what a scenario had begun, after its result, by its id. */
  readonly afterwards: ReadonlyMap<string, readonly Exchange[]>;
  readonly totals: { readonly calls: number; readonly replayed: number; readonly notShown: number };
  readonly operations: readonly OperationUse[];
  readonly errors: readonly ErrorCase[];
  readonly changes: StateChanges;
  readonly deposits: readonly DepositCourse[];
  readonly lifecycles: readonly Lifecycle[];
  /** Text of each frozen feature by its path below `features/`; those of carried runs by their path in the pack. */
  readonly features: ReadonlyMap<string, string>;
}
