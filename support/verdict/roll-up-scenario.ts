import type { FindingLevel } from '../judgement/provenance.js';
import type { CheckRecord } from './check.js';
import { notObserved, problemVerdict } from './problem-verdicts.js';
import type { ScenarioFacts } from './scenario-facts.js';
import { scenarioMarks } from './scenario-marks.js';
import { stepContributions, type Contribution } from './step-contributions.js';
import type { Mark, ScenarioVerdict } from './verdict.js';
import { verdictRank } from './verdict-order.js';
import { violationLevel } from './violation-level.js';

/** Verdict of one scenario attempt, why, and the marks beside it. */
export interface ScenarioRollUp {
  readonly verdict: ScenarioVerdict;
  readonly reason: string;
  readonly marks: readonly Mark[];
}

const levelVerdict: Readonly<Record<FindingLevel, ScenarioVerdict>> = {
  fail: 'fail',
  review: 'review',
  advisory: 'advisory',
};

/** Everything that can lower a scenario, one source of facts each. */
const sources: readonly ((facts: ScenarioFacts) => Contribution[])[] = [
  ({ checks, organic, replayed }) => checks.flatMap((check) => checkContribution(check, organic, replayed)),
  ({ findings }) =>
    findings
      .filter(({ expected }) => !expected)
      .map(({ level, exchangeId, message }) => ({
        verdict: levelVerdict[level],
        reason: `${message} (${exchangeId})`,
      })),
  ({ notJudged }) =>
    notJudged.map(({ exchangeId, reason }) => ({
      verdict: 'inconclusive',
      reason: `exchange ${exchangeId} was not judged: ${reason}`,
    })),
  ({ wordless }) =>
    wordless.map(({ exchangeId, received }) => ({
      verdict: 'inconclusive',
      reason: `what became of the call ${exchangeId} is not known: ${received}`,
    })),
  problemContributions,
  stepContributions,
  ({ checks, problem, steps }) =>
    checks.length === 0 && problem === null && steps.every(({ status }) => status === 'passed')
      ? [{ verdict: 'vacuous', reason: 'no check ran' }]
      : [],
];

/**
 * The verdict of one scenario attempt from what it recorded: the worst contribution wins, in the order of
 * `scenarioVerdicts`. Only a scenario that ran a check, met every check and has nothing else against it passes.
 */
export function rollUpScenario(facts: ScenarioFacts): ScenarioRollUp {
  const contributions = sources.flatMap((source) => source(facts));
  const worst = contributions.reduce<Contribution | null>(
    (kept, next) => (kept === null || verdictRank(next.verdict) < verdictRank(kept.verdict) ? next : kept),
    null,
  );
  const marks = scenarioMarks(facts);
  if (worst !== null) return { ...worst, marks };
  return { verdict: 'pass', reason: `${facts.checks.length} check${facts.checks.length === 1 ? '' : 's'} met`, marks };
}

function problemContributions({ problem, checks }: ScenarioFacts): Contribution[] {
  if (problem === null) return [];
  const verdict = problemVerdict(
    problem,
    checks.some(({ outcome }) => outcome !== 'met'),
  );
  return verdict === null ? [] : [verdict];
}

/** What a check over answers we replayed ourselves finds wrong is wrong with the harness, never with the target. */
function checkContribution(check: CheckRecord, organic: boolean, replayed: boolean): Contribution[] {
  const seen = `${check.title}: expected ${check.expected}, received ${check.received} (${check.id})`;
  switch (check.outcome) {
    case 'met':
      return check.reading?.unusual === true
        ? [{ verdict: 'advisory', reason: `${seen}, a legal reading of ${check.reading.question}` }]
        : [];
    case 'violated':
      return [{ verdict: replayed ? 'harness-error' : levelVerdict[violationLevel(check)], reason: seen }];
    case 'undetermined':
      return organic ? [{ verdict: 'advisory', reason: notObserved }] : [{ verdict: 'inconclusive', reason: seen }];
    default:
      return unknownOutcome(check.outcome, seen);
  }
}

/** Recorded data can hold a word this build does not know. */
function unknownOutcome(outcome: never, seen: string): Contribution[] {
  return [{ verdict: 'harness-error', reason: `unknown check outcome "${String(outcome)}": ${seen}` }];
}
