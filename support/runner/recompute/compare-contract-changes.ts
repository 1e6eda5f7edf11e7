import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../../contract/contract.js';
import type { ContractChanges, RuleChange } from '../../contract/contract-changes.js';
import { contractDigest } from '../../contract/contract-digest.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { loadContract } from '../../contract/load-contract.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { contractChangesOf } from '../../diff/strictness/contract-changes-of.js';
import { contractChangesIn } from '../../evidence/contract-changes-in.js';
import { planFiles } from '../../evidence/plan-files.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { weakerRules } from '../../verdict/softened/weaker-rules.js';
import { runRecordIn } from '../gate-facts.js';
import type { ContractChangeFindings } from './contract-change-findings.js';

/** Changes that are named before the rest is only counted. */
const longest = 3;

const where = planFiles.contractChanges;

/**
 * Holds the list of what the operator's document changes against the contract of the pack and the one published with this build. A list
 * that compares with another published contract is only noted: the build that made the pack has it.
 */
export async function contractChangeFindings(pack: OpenPack, frozen: JsonObject): Promise<ContractChangeFindings> {
  const { contractGiven, overlay } = await runRecordIn(pack);
  if ((pack.file(planFiles.overlay) !== null) !== overlay) {
    const problem = overlay
      ? 'it is missing: plan/run.json says that one was applied'
      : 'plan/run.json says that none was applied';
    return { against: [{ where: planFiles.overlay, problem }], notes: [] };
  }
  const recorded = await contractChangesIn(pack);
  const says = (problem: string): ContractChangeFindings => ({ against: [{ where, problem }], notes: [] });
  if (!contractGiven && !overlay) {
    return recorded === null
      ? { against: [], notes: [] }
      : says('it lists changes, and plan/run.json says that no document of the operator was given');
  }
  const own = await ownContract();
  const same = contractDigest(frozen) === own.sha256;
  if (recorded === null) {
    return same
      ? { against: [], notes: [] }
      : says('it is missing: the contract that judged is not the published one, and nothing lists what it changes');
  }
  if (recorded.published.sha256 !== own.sha256) {
    const problem = `it compares with the published contract ${recorded.published.sha256}, this build has ${own.sha256}: whether the list is whole was not looked at`;
    return { against: [], notes: [{ where, problem }] };
  }
  const list = listDifferences(recorded, contractChangesOf(own.document, frozen));
  // Of a document of the operator's own making the pack has only what became of it.
  if (!overlay || contractGiven) return { against: list, notes: [] };
  // Few runs have an overlay, and nothing else needs to find places by JSONPath.
  const { overlayFindings } = await import('./compare-overlay.js');
  const applied = overlayFindings((await jsonOf(pack, planFiles.overlay)) as JsonObject, own.document, frozen);
  return { against: [...list, ...applied.against], notes: applied.notes };
}

let loaded: Promise<{ readonly document: JsonObject; readonly sha256: string }> | null = null;

/** The contract of this build, read once: it does not change while a process verifies. */
async function ownContract() {
  loaded ??= loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }).then(
    ({ document, sha256 }: Contract) => ({ document: document as unknown as JsonObject, sha256 }),
  );
  return loaded;
}

function listDifferences(recorded: ContractChanges, follows: ContractChanges): readonly Difference[] {
  if (isDeepStrictEqual(recorded, follows)) return [];
  const has = (list: readonly RuleChange[], one: RuleChange) => list.some((other) => isDeepStrictEqual(other, one));
  const missing = follows.changes.filter((one) => !has(recorded.changes, one));
  const invented = recorded.changes.filter((one) => !has(follows.changes, one));
  const weaker = (changes: ContractChanges) =>
    `${changes.changes.length} changes, ${weakerRules(changes).length} of them weaker`;
  return [
    `it lists ${weaker(recorded)}; the contract of the pack gives ${weaker(follows)}`,
    ...named(missing, 'it leaves out'),
    ...named(invented, 'it invents'),
  ].map((problem) => ({ where, problem }));
}

function named(changes: readonly RuleChange[], what: string): readonly string[] {
  const rest = changes.length - longest;
  return [
    ...changes.slice(0, longest).map(({ words, effect }) => `${what}: ${words} (${effect})`),
    ...(rest > 0 ? [`${what} ${rest} more`] : []),
  ];
}
