import type { TargetClass } from '../../target/target.js';
import { ageInDays, oldestDays } from '../../verdict/carried-over.js';
import type { RunRecord } from '../resume/run-record.js';
import type { CarriedPlan } from './carried-plan.js';
import type { EarlierRun } from './read-carried.js';

/** The run that takes evidence over. */
export interface TakingRun {
  readonly record: Pick<RunRecord, 'contractSha256' | 'programSha256' | 'environment' | 'startedAt'>;
  readonly targetClass: TargetClass;
  /** True when it can only ever be practice. */
  readonly practice: boolean;
}

/** Steps of a gate that say nothing against single scenarios when they fail; any other step doubts the run as a whole. */
const aboutRows: ReadonlySet<string> = new Set([
  ...[
    'completeness',
    'scenarios',
    'vacuous',
    'behaviour',
    'requirements',
    'real-only',
    'unstable',
    'waivers',
    'people',
  ],
]);

type Rule = (earlier: EarlierRun, taking: TakingRun, plan: CarriedPlan) => string | null;

/** What must be the same, or at least as strong; each rule says what is not. */
const rules: readonly Rule[] = [
  ({ failedSteps }) => {
    const doubts = failedSteps.filter((id) => !aboutRows.has(id));
    return doubts.length === 0 ? null : `its own gate failed as a whole (${doubts.join(', ')})`;
  },
  (earlier, { record }) =>
    same('the contract', earlier.record.contractSha256, record.contractSha256, 'it was judged by another one'),
  (earlier, { record }) =>
    same('the program profile', earlier.record.programSha256, record.programSha256, 'it had another one'),
  (earlier, { record }) =>
    same(
      'AXYS_ENV',
      earlier.record.environment,
      record.environment,
      `it was ${earlier.record.environment}, this run is for ${record.environment}`,
    ),
  (earlier, { targetClass }) =>
    same(
      'the class of the target',
      earlier.targetClass,
      targetClass,
      `it was ${earlier.targetClass}, here it is ${targetClass}`,
    ),
  (earlier, { practice }) => (earlier.practice && !practice ? 'practice is never carried into a certification' : null),
  (_earlier, { practice }, { source, signerKeyId }) =>
    practice || source.keyId === signerKeyId
      ? null
      : `it was signed by another key (${source.keyId}) than this run is (${signerKeyId ?? 'a key of its own'})`,
  (earlier, _taking, { source }) =>
    source.runId === earlier.record.runId && source.startedAt === earlier.record.startedAt
      ? null
      : `plan/carried.json names the run ${source.runId} of ${source.startedAt}, the evidence is another run's`,
];

/** Why the evidence of an earlier run may not be carried into a run, as sentences; empty when it may. */
export function carriedProblems(earlier: EarlierRun, taking: TakingRun, plan: CarriedPlan): string[] {
  return [
    ...rules.map((rule) => rule(earlier, taking, plan)).filter((problem) => problem !== null),
    ...plan.scenarios.flatMap(({ id, startedAt }) => {
      const problem = ageProblem(startedAt, taking.record.startedAt);
      return problem === null ? [] : [`${id}: ${problem}`];
    }),
  ];
}

/** Why evidence of this date is not carried into a run that begins at `start`; null when it is. */
export function ageProblem(then: string, start: string): string | null {
  const age = ageInDays(then, start);
  if (age >= 0 && age <= oldestDays) return null;
  // A date that cannot be read gives NaN, which is neither.
  if (age < 0) return `it began on ${then}, after this run`;
  return `it began on ${then}, ${Math.floor(age)} days before this run; at most ${oldestDays} are accepted`;
}

function same(what: string, earlier: string, now: string, how: string): string | null {
  return earlier === now ? null : `${what} is not the same: ${how}`;
}
