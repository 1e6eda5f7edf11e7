import type { Requirement } from '../../verdict/requirement.js';
import type { RequirementResult } from '../../verdict/requirement-result.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { unstableRule } from '../../verdict/waivers/waivable.js';

/** One row with everything its needs are read from. */
export interface RowInNeed {
  readonly row: Requirement;
  readonly result: RequirementResult;
  /** Results of its scenarios in this run. */
  readonly scenarios: readonly ScenarioResult[];
  readonly environment: string;
}

/** One thing a row may need, and the sentence that says so; null when it does not need it. */
type Need = (row: RowInNeed) => string | null;

/** What ended a scenario early, by code, and what it takes to get past that. */
const byProblem: Readonly<Record<string, string>> = {
  'WLD-106': 'a run that is not interrupted',
  'WLD-107': 'a contract that has the operation (AXYS_CONTRACT or AXYS_CONTRACT_OVERLAY)',
  'WLD-108': 'a review that the platform does not decide by itself before the forced result comes',
  'WLD-111': "production's env-file (AXYS_PRODUCTION_ENV_FILE)",
};

const needs: readonly Need[] = [
  ({ result }) => (result.peopleTask === null ? null : `a person: ${result.peopleTask}`),
  ({ result, row }) =>
    result.peopleTask === null
      ? null
      : `afterwards an attestation of ${row.id} in the program profile ("attestations": who, when, what was seen)`,
  ({ row, environment }) =>
    row.simulations.length === 0 || environment === 'emulator'
      ? null
      : `the platform's confirmation of ${row.simulations.join(' and ')}, written into an overlay as x-provenance: confirmed (AXYS_CONTRACT_OVERLAY)`,
  ({ row }) =>
    row.needs.length === 0
      ? null
      : `${row.needs.map((name) => `capabilities.${name}`).join(' and ')} of the Program, as the profile says`,
  ({ row, environment }) =>
    row.area === 'wallet' && environment !== 'emulator'
      ? 'money on a wallet: a funded wallet (fundedWalletId in the program profile) or a confirmed deposit simulation'
      : null,
  ({ row }) =>
    row.trigger === 'organic' ? 'patience: the outcome only comes by itself, and its absence never blocks' : null,
  ({ result }) =>
    result.outcome === 'contradicted' ? 'first a target that behaves as documented; see the reason' : null,
  ({ scenarios }) =>
    scenarios.some(({ marks }) => marks.includes(unstableRule)) ? 'an explanation of why its verdict changed' : null,
];

/** What ended a scenario early that only another contract gets past: evidence of the present one is not carried into that. */
const byContract: ReadonlySet<string> = new Set(['WLD-102', 'WLD-107']);

/** True where a scenario was held back by what the contract says or does not say. */
export function waitsForContract(scenarios: readonly Pick<ScenarioResult, 'problem'>[]): boolean {
  return scenarios.some(({ problem }) => problem !== null && byContract.has(problem.code));
}

/** What a row still needs, one sentence each; empty when the command alone will do. */
export function needsOf(row: RowInNeed): string[] {
  const general = needs.map((need) => need(row)).filter((sentence) => sentence !== null);
  const codes = new Set(row.scenarios.flatMap(({ problem }) => (problem === null ? [] : [problem.code])));
  return [...general, ...[...codes].flatMap((code) => byProblem[code] ?? [])];
}
