import { isDeepStrictEqual } from 'node:util';
import { summaryOf, type Summary } from '../../evidence/summary.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { CodedError } from '../../messages/coded-error.js';
import { packageVersion } from '../../config/package-root.js';
import { planFiles } from '../../evidence/plan-files.js';
import { contractDigest } from '../freeze-plan.js';
import { decideRun } from '../decide-run.js';
import { gateFactsIn } from '../gate-facts.js';
import { differs } from './recompute-result.js';
import { recomputeResults } from './recompute-results.js';
import { readRecordedRun, type RecordedRun } from './recorded-run.js';

/** Where a run's results, rows or decision do not follow from its evidence. */
export interface Recomputation {
  readonly scenarios: number;
  readonly checks: number;
  readonly against: readonly Difference[];
  /** What was taken as recorded because it cannot be derived. */
  readonly notes: readonly Difference[];
}

/** As `recomputeRun`; evidence that cannot be read back is a difference like any other. */
export async function recomputeOrExplain(pack: OpenPack): Promise<Recomputation> {
  try {
    return await recomputeRun(pack);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { scenarios: 0, checks: 0, against: [{ where: error.code, problem: error.message }], notes: [] };
  }
}

/**
 * Derives every check, verdict, row and the decision of a run again from its exchanges and its frozen plan, without
 * network, and compares with what is recorded.
 */
async function recomputeRun(pack: OpenPack): Promise<Recomputation> {
  const run = await readRecordedRun(pack);
  const { results, strays, against } = await recomputeResults(run);
  const { facts, summary, profile, catalogue, frozen } = run;
  const { environment } = summary.target;
  const decided = decideRun({
    facts: { ...summary, harnessVersion: facts.harnessVersion, program: facts.program },
    target: { environment, class: summary.target.class, profile },
    prepared: { plan: { ...frozen, catalogue: [] }, catalogue },
    ...{ results, strays, harnessProblems: facts.harnessProblems, interrupted: facts.interrupted },
    claims: new Map(facts.claims.map((claim) => [claim.capability, claim])),
    pack: {
      ...{ integrity: facts.integrity, cardData: facts.cardData, recomputation: facts.recomputation },
      adHocKey: facts.adHocKey,
    },
    gateFacts: await gateFactsIn(pack),
    invariants: [],
  });
  return {
    scenarios: results.length,
    checks: results.reduce((sum, result) => sum + result.checks.length, 0),
    against: [...against, ...contractDifferences(run), ...summaryDifferences(run.summary, summaryOf(decided))],
    notes: notesOn(run),
  };
}

function summaryDifferences(recorded: RecordedRun['summary'], again: Summary): Difference[] {
  const where = 'summary.json';
  const rows = new Map(again.requirements.map((row) => [row.id, row]));
  const members = ['decision', 'exitCode', 'partial', 'counts'] as const;
  return [
    ...members
      .filter((name) => !isDeepStrictEqual(recorded[name], again[name]))
      .map((name) => ({ where, problem: differs(name, recorded[name], again[name]) })),
    ...recorded.requirements
      .filter((row) => !isDeepStrictEqual(row, plain(rows.get(row.id))))
      .map((row) => ({ where: `${where}, ${row.id}`, problem: differs('row', row, rows.get(row.id)) })),
    ...again.requirements
      .filter(({ id }) => !recorded.requirements.some((row) => row.id === id))
      .map(({ id }) => ({ where, problem: `it has no row ${id}` })),
  ];
}

/** As it comes back from a file: members that are undefined are gone. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function contractDifferences({ contract, frozen, summary }: RecordedRun): Difference[] {
  if (!frozen.contractAsJudged || contractDigest(contract) === summary.contract.sha256) return [];
  return [{ where: planFiles.contract, problem: 'it is not the contract that summary.json names' }];
}

function notesOn({ facts, frozen }: RecordedRun): Difference[] {
  const taken =
    'steps and what stopped a scenario, problems of the harness, interruption, capability claims, facts proved before masking';
  const build = packageVersion();
  return [
    { where: 'the evidence', problem: `taken as recorded: ${taken}` },
    ...(frozen.contractAsJudged
      ? []
      : [{ where: planFiles.contract, problem: 'sample data was masked in it, so its digest proves nothing' }]),
    ...(facts.harnessVersion === build
      ? []
      : [{ where: 'the harness', problem: `the run was made by ${facts.harnessVersion}, this is ${build}` }]),
  ];
}
