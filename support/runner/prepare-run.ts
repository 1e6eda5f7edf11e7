import { join } from 'node:path';
import { checkProductionContract, productionRules } from '../client/production-rules.js';
import type { Clock } from '../config/clock.js';
import type { Configuration } from '../config/configuration.js';
import { packageRoot } from '../config/package-root.js';
import type { Contract } from '../contract/contract.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { readText } from '../config/read-text.js';
import type { JsonObject } from '../json/json-pointer.js';
import { parseObject, type ReadText } from '../contract/document/read-document.js';
import { loadContract } from '../contract/load-contract.js';
import { compileValidators, type Validators } from '../contract/validators.js';
import { allChecks } from '../verdict/checks/all-checks.js';
import { loadRequirements } from '../verdict/load-requirements.js';
import type { Requirement } from '../verdict/requirement.js';
import { checkRowCoverage } from '../verdict/row-coverage.js';
import { checkWaivers } from '../verdict/waivers/check-waivers.js';
import { callTableFile, checkCallTable, loadScenarioCalls, type CallTable } from './budget/scenario-calls.js';
import { planRun } from './plan-run.js';
import type { Plan } from './plan.js';
import type { Selection } from './selection.js';

/** A contract with its validators. */
export interface JudgedContract {
  readonly contract: Contract;
  readonly validators: Validators;
}

/** Everything of a run that needs no target: read, compiled and checked before any connection. */
export interface PreparedRun {
  /** What the run is judged by. */
  readonly judged: JudgedContract;
  /** What an embedded emulator serves: our own contract, so that a candidate version meets the present behaviour. */
  readonly served: JudgedContract;
  /** The overlay of the operator, as it was applied; null for none. */
  readonly overlay: JsonObject | null;
  readonly plan: Plan;
  readonly catalogue: readonly Requirement[];
  /** File the rows come from, absolute. */
  readonly catalogueFile: string;
  /** What each scenario may call and create; null while that very table is being written. */
  readonly calls: CallTable | null;
}

/** How the table of calls is treated: enforced in every run, absent only while it is being written. */
export type CallTableUse = 'enforced' | 'being-written';

/** What preparing a run needs beside what is run. */
export interface PrepareOptions {
  /** Tells which waivers have expired. */
  readonly clock: Clock;
  /** Enforced when not given. */
  readonly callTable?: CallTableUse;
}

/**
 * Loads and checks contract, catalogue and plan; whoever has planned already gives the plan. Throws coded errors: 78 for
 * documents, 64 for the selection, 77 for a contract that points production's calls elsewhere.
 */
export async function prepareRun(
  configuration: Configuration,
  given: Selection | Plan,
  { clock, callTable = 'enforced' }: PrepareOptions,
): Promise<PreparedRun> {
  const { contractPath, overlayPath, contractGiven } = configuration;
  // What goes into the plan is the very text that was applied.
  const read = readOnce();
  const judged = compiled(await loadContract({ contractPath, overlayPath, given: contractGiven, read }));
  const overlay = overlayPath === null ? null : parseObject(await read(overlayPath));
  if (configuration.environment === 'production') checkProductionContract(judged.contract, productionRules);
  const own = !contractGiven && overlayPath === null;
  const served = own
    ? judged
    : compiled(await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }));
  const folder = join(packageRoot(), 'schemas/axys-v2');
  const catalogueFile = join(folder, 'requirements.yaml');
  const catalogue = await loadRequirements(catalogueFile, new Set(allChecks.keys()));
  checkWaivers(configuration.profile?.waivers ?? [], catalogue, new Date(clock.now()).toISOString());
  const plan = 'scenarios' in given ? given : await planRun(given, catalogue);
  checkRowCoverage(catalogueFile, catalogue, plan.catalogue);
  const calls = callTable === 'enforced' ? await callsOf(plan, served.contract) : null;
  return { judged, served, overlay, plan, catalogue, catalogueFile, calls };
}

/** Reads each file of the disk once. */
function readOnce(): ReadText {
  const texts = new Map<string, Promise<string>>();
  return (path) => {
    const text = texts.get(path) ?? readText(path);
    texts.set(path, text);
    return text;
  };
}

/** The table of calls; it names every scenario there is, and no other. */
async function callsOf({ catalogue }: Plan, contract: Contract): Promise<CallTable> {
  const table = await loadScenarioCalls(callTableFile, contract);
  checkCallTable(
    callTableFile,
    table,
    catalogue.map(({ id }) => id),
  );
  return table;
}

const compiledOf = new Map<string, JudgedContract>();

/** A process that makes several runs compiles each contract once; equal documents have equal digests. */
function compiled(contract: Contract): JudgedContract {
  const known = compiledOf.get(contract.sha256);
  if (known !== undefined) return known;
  const fresh = { contract, validators: compileValidators(contract) };
  compiledOf.set(contract.sha256, fresh);
  return fresh;
}
