import type { EnvironmentName } from '../config/environment-name.js';
import type { Profile } from '../config/profile.js';
import type { ScenarioProblemCode } from '../messages/verdict-messages.js';
import type { Target } from '../target/target.js';
import { operationRows, productionOperationRows } from '../verdict/operation-rows.js';
import type { RequirementContext } from '../verdict/requirement-context.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { isSelfScenario } from '../verdict/self-scenario.js';
import type { PlannedScenario } from './planned-scenario.js';
import type { PreparedRun } from './prepare-run.js';

/** Code of a scenario that only a person can finish. */
const personsTaskCode = 'VER-201' satisfies ScenarioProblemCode;

/** Rows that a profile rules out by other members than the capability they need. */
const profileRules: readonly ProfileRule[] = [
  {
    // Source: docs/guide-3ds-otp-setup.
    rows: ['TM-53'],
    reason: 'the Program polls: webhookUrl is null in the program profile',
    holds: ({ webhookUrl }) => webhookUrl === null,
  },
  {
    // Purchases need money on a card. Source: docs/funding-and-deposits.
    rows: ['TM-58', 'TM-59', 'TM-60', 'TM-61', 'TM-62'],
    reason: 'no card can hold money: wallets, cryptoRail and bankRail are false in the program profile',
    holds: ({ capabilities: { wallets, cryptoRail, bankRail } }) => !wallets && !cryptoRail && !bankRail,
  },
];

interface ProfileRule {
  readonly rows: readonly string[];
  readonly reason: string;
  readonly holds: (profile: Profile) => boolean;
}

/** What the rows of a run are judged against, from its target, plan and stray findings. */
export function rowContextOf(
  target: Pick<Target, 'environment' | 'profile'>,
  prepared: Pick<PreparedRun, 'plan'>,
  {
    strayFindings,
    claims,
    waivedRows,
    results,
    carried,
  }: Pick<RequirementContext, 'strayFindings' | 'claims' | 'waivedRows'> & {
    readonly results: readonly ScenarioResult[];
    /** Those of the results that were carried over. */
    readonly carried: readonly ScenarioResult[];
  },
): RequirementContext {
  const { environment } = target;
  return {
    environment,
    capabilities: target.profile.capabilities,
    claims,
    attestations: target.profile.attestations,
    forPeople: tasksForPeople(results),
    notApplicable: new Map(
      profileRules
        .filter(({ holds }) => holds(target.profile))
        .flatMap(({ rows, reason }) => rows.map((row) => [row, reason] as const)),
    ),
    selected: prepared.plan.partial ? rowsOf([...prepared.plan.scenarios, ...carried]) : null,
    strayFindings,
    waivedRows,
    operationRows: rowsOfOperations(environment),
  };
}

/** The rows that findings of an operation count under, in an environment. */
export function rowsOfOperations(environment: EnvironmentName): RequirementContext['operationRows'] {
  return environment === 'production' ? productionOperationRows : operationRows;
}

/** Rows whose scenario ended because only a person can go on here, with the task. */
function tasksForPeople(results: readonly ScenarioResult[]): ReadonlyMap<string, string> {
  const stopped = results.filter(({ problem }) => problem?.code === personsTaskCode);
  return new Map(
    stopped.flatMap(({ requirements, problem }) => requirements.map((row) => [row, problem?.message ?? ''] as const)),
  );
}

/** Rows of a set of scenarios; scenarios that prove the harness count for none. */
function rowsOf(scenarios: readonly Pick<PlannedScenario, 'tags' | 'requirements'>[]): ReadonlySet<string> {
  return new Set(scenarios.filter((scenario) => !isSelfScenario(scenario)).flatMap(({ requirements }) => requirements));
}
