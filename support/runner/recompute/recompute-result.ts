import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../../evidence/verify/verification.js';
import type { TargetClass } from '../../target/target.js';
import type { Exchange } from '../../trace/exchange.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import type { CheckRecord } from '../../verdict/check.js';
import { allChecks } from '../../verdict/checks/all-checks.js';
import { isOrganic } from '../../verdict/organic.js';
import type { Requirement } from '../../verdict/requirement.js';
import { rollUpScenario } from '../../verdict/roll-up-scenario.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { evaluateCheck } from '../../verdict/evaluate-check.js';
import { exchangeFacts } from '../../verdict/exchange-facts.js';

/** What a scenario's result is judged against. */
export interface ResultSetting {
  readonly catalogue: readonly Requirement[];
  readonly targetClass: TargetClass;
}

/** A result as it follows from the evidence, and where the recorded one differs. */
export interface RecomputedResult {
  readonly result: ScenarioResult;
  readonly against: readonly Difference[];
}

/**
 * Evaluates every check of a result again from its exchanges, and its verdict from the checks. Steps and the problem that
 * stopped a scenario happened once: they are taken as recorded.
 */
export function recomputeResult(
  recorded: ScenarioResult,
  exchanges: ReadonlyMap<string, Exchange>,
  { catalogue, targetClass }: ResultSetting,
): RecomputedResult {
  const where = `${recorderFiles.results}: ${recorded.id}`;
  const own = recorded.exchangeIds.flatMap((id) => exchanges.get(id) ?? []);
  const missing = recorded.exchangeIds.filter((id) => !exchanges.has(id));
  const checked = recorded.checks.map((check) => recomputeCheck(check, exchanges, own, where));
  const facts = exchangeFacts(own);
  const checks = checked.map(({ check }) => check);
  const { problem, steps } = recorded;
  const organic = isOrganic(recorded.requirements, catalogue);
  const rolledUp = rollUpScenario({ checks, ...facts, problem, steps, targetClass, organic });
  const result: ScenarioResult = { ...recorded, checks, findings: facts.findings, ...rolledUp };
  const members = ['verdict', 'reason', 'marks', 'findings'] as const;
  const against: Difference[] = [
    ...missing.map((id) => ({ where, problem: `exchange ${id} is not in ${recorderFiles.exchanges}` })),
    ...own
      .filter(({ scenario }) => scenario !== recorded.id)
      .map(({ id, scenario }) => ({ where, problem: `exchange ${id} belongs to ${scenario ?? 'no scenario'}` })),
    ...borrowedEvidence(recorded, where),
    ...checked.flatMap(({ against }) => against),
    ...members
      .filter((name) => !isDeepStrictEqual(recorded[name], result[name]))
      .map((name) => ({ where, problem: differs(name, recorded[name], result[name]) })),
  ];
  // Where nothing differs both say the same; keeping one of them halves the memory of a long run.
  return { result: against.length === 0 ? recorded : result, against };
}

/** A check and a step rest on calls of their own attempt. Those of another scenario may say what the target never did in this one. */
function borrowedEvidence({ exchangeIds, checks, steps }: ScenarioResult, where: string): Difference[] {
  const own = new Map(exchangeIds.map((id, place) => [id, place]));
  const inSteps = steps.flatMap((step) => step.exchangeIds);
  const disordered = inSteps.find(
    (id, at) => (own.get(id) ?? -1) <= (at === 0 ? -1 : (own.get(inSteps[at - 1] ?? '') ?? -1)),
  );
  return [
    ...checks.flatMap((check) =>
      check.exchangeIds
        .filter((id) => !own.has(id))
        .map((id) => ({
          where: `${where}, check ${check.id}`,
          problem: `it rests on ${id}, which is no exchange of this attempt`,
        })),
    ),
    ...(disordered === undefined
      ? []
      : [{ where, problem: `the exchanges of its steps are not its own in their order: ${disordered}` }]),
  ];
}

interface RecomputedCheck {
  readonly check: CheckRecord;
  readonly against: readonly Difference[];
}

function recomputeCheck(
  recorded: CheckRecord,
  exchanges: ReadonlyMap<string, Exchange>,
  own: readonly Exchange[],
  where: string,
): RecomputedCheck {
  const check = allChecks.get(recorded.check);
  if (check === undefined) {
    const problem = `this build has no check ${recorded.check}`;
    return { check: { ...recorded, outcome: 'undetermined' }, against: [{ where, problem }] };
  }
  const seen = recorded.exchangeIds.flatMap((id) => exchanges.get(id) ?? []);
  const finding = evaluateCheck(check, { exchanges: seen, arguments: recorded.arguments }, () => own);
  const rule = { title: check.title, provenance: check.provenance, source: check.source, questions: check.questions };
  const { id, arguments: values, exchangeIds } = recorded;
  const again: CheckRecord = { id, check: check.id, arguments: values, exchangeIds, ...rule, ...finding };
  const members = ['outcome', 'expected', 'received', 'reading', 'title', 'provenance', 'source', 'questions'] as const;
  return {
    check: again,
    against: members
      .filter((name) => !isDeepStrictEqual(recorded[name], again[name]))
      .map((name) => ({
        where: `${where}, check ${recorded.id}`,
        problem: differs(name, recorded[name], again[name]),
      })),
  };
}

/** A difference as a sentence: what is recorded and what follows from the evidence. */
export function differs(name: string, recorded: unknown, follows: unknown): string {
  return `${name}: recorded ${shown(recorded)}, the evidence gives ${shown(follows)}`;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
