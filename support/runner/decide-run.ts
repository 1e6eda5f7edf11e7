import type { DecidedRun } from '../evidence/decided-run.js';
import type { RunFacts } from '../evidence/run-facts.js';
import type { Target } from '../target/target.js';
import { decide } from '../verdict/decide.js';
import { finalResults } from '../verdict/final-results.js';
import type { RequirementContext } from '../verdict/requirement-context.js';
import { rollUpRequirements } from '../verdict/roll-up-requirements.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { PreparedRun } from './prepare-run.js';
import { rowContextOf } from './row-context.js';
import type { PackFacts } from './seal-run.js';
import type { StrayExchanges } from './stray-exchanges.js';

/** What a run left behind when its scenarios were over. */
export interface RunRecord {
  readonly facts: RunFacts;
  readonly target: Pick<Target, 'environment' | 'class' | 'profile'>;
  readonly prepared: Pick<PreparedRun, 'plan' | 'catalogue'>;
  readonly results: readonly ScenarioResult[];
  readonly strays: StrayExchanges;
  readonly claims: RequirementContext['claims'];
  /** What broke in the harness outside every scenario, as sentences. */
  readonly harnessProblems: readonly string[];
  readonly interrupted: boolean;
  readonly pack: PackFacts;
}

/** Rolls results up to rows and rows to the decision. */
export function decideRun(record: RunRecord): DecidedRun {
  const { facts, target, prepared, strays } = record;
  const results = finalResults(record.results);
  const requirements = rollUpRequirements(
    prepared.catalogue,
    results,
    rowContextOf(target, prepared, { strayFindings: strays.findings, claims: record.claims, results }),
  );
  const gate = decide({
    environment: target.environment,
    targetClass: target.class,
    partial: prepared.plan.partial,
    ...record.pack,
    planned: prepared.plan.scenarios.map(({ id }) => id),
    results,
    requirements,
    notJudged: strays.notJudged,
    strayFailures: strays.findings
      .filter(({ level }) => level === 'fail')
      .map(({ exchangeId, rule, message }) => `${exchangeId} ${rule}: ${message}`),
    harnessProblems: record.harnessProblems,
    interrupted: record.interrupted,
  });
  const { pack, harnessProblems, interrupted } = record;
  const recorded = { ...pack, harnessProblems, interrupted, claims: [...record.claims.values()] };
  return { facts, gate, results, requirements, catalogue: prepared.catalogue, recorded };
}
