import type { TargetClass } from '../target/target.js';
import type { CheckRecord } from './check.js';
import type { NotJudgedExchange } from './collect-findings.js';
import type { ScenarioFinding, ScenarioProblem, ScenarioStep } from './scenario-result.js';

/** A call on which the target gave no word, and what came in its place. */
export interface WordlessCall {
  readonly exchangeId: string;
  readonly received: string;
}

/** Everything a scenario attempt leaves behind that its verdict is computed from. Recorded data only. */
export interface ScenarioFacts {
  readonly checks: readonly CheckRecord[];
  readonly findings: readonly ScenarioFinding[];
  /** Exchanges without a judgement that no step announced. */
  readonly notJudged: readonly NotJudgedExchange[];
  /** Writing calls that a gateway, a failing server or a rate limit answered for good: what they came to is not known. */
  readonly wordless: readonly WordlessCall[];
  readonly problem: ScenarioProblem | null;
  readonly steps: readonly Pick<ScenarioStep, 'status' | 'text'>[];
  readonly targetClass: TargetClass;
  /** True when every row of the scenario is organic: an undetermined check then means "not observed". */
  readonly organic: boolean;
  /** True when every answer was replayed to our own client by a server of ours. */
  readonly replayed: boolean;
  /** True when a step sent a request that breaks the contract on purpose. */
  readonly expectedInvalid: boolean;
}
