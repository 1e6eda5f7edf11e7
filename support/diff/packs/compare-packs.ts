import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { diffUsageMessages } from '../../messages/diff-messages.js';
import type { BehaviourDiff, Noise } from '../behaviour/behaviour-diff.js';
import { compareBehaviour } from '../behaviour/compare-behaviour.js';
import { joinNoise, learnNoise } from '../behaviour/noise.js';
import { observeBehaviour } from '../../runner/compare/observe-behaviour.js';
import type { ObservedBehaviour } from '../behaviour/observed-behaviour.js';
import { worst, type ChangeClass } from '../contract/change-class.js';
import { diffContracts, type ContractDiff } from '../contract/diff-contracts.js';
import { coverageOfContract } from '../impact/coverage-of-contract.js';
import { impactedDiff, type ImpactedDiff } from '../impact/impacted-diff.js';
import { contractOfPack } from './contract-of-pack.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/** Everything that differs between two packs. Shape of the parts: contract-diff and behaviour-diff schemas. */
export interface PackDiff {
  /** The worst class of both parts. */
  readonly class: ChangeClass;
  /** The contracts the packs were judged by, joined with what the old run exercised of them. */
  readonly contract: ContractDiff | ImpactedDiff;
  readonly behaviour: BehaviourDiff;
}

/**
 * Compares two packs: their contracts, and what their runs saw. `again` are packs of further runs of the old version, from which
 * noise is learned. DIF-106 (64) for one that is of another version or is one of the two.
 */
export async function comparePacks(old: OpenPack, next: OpenPack, again: readonly OpenPack[]): Promise<PackDiff> {
  const [before, after] = [await observeBehaviour(old), await observeBehaviour(next)];
  const noise = joinNoise(await learned(before, after, again));
  const contract = await contractDiff(old, next, before, after);
  const behaviour = compareBehaviour(before, after, noise, contract.changes);
  return { class: worst([...contract.changes.map((change) => change.class), behaviour.class]), contract, behaviour };
}

async function learned(
  old: ObservedBehaviour,
  next: ObservedBehaviour,
  again: readonly OpenPack[],
): Promise<readonly Noise[]> {
  const found: Noise[] = [];
  for (const pack of again) {
    const other = await observeBehaviour(pack);
    const problem = unfit(other, old, next);
    if (problem !== null) throw usage('DIF-106', { pack: pack.place, problem });
    found.push(learnNoise(old, other));
  }
  return found;
}

/** Why a run says nothing about the noise of the old version; null when it does. */
function unfit({ run }: ObservedBehaviour, old: ObservedBehaviour, next: ObservedBehaviour): string | null {
  if (run.runId === old.run.runId) return 'the very run that is compared as OLD';
  if (run.runId === next.run.runId) return 'the run that is compared as NEW, and would hide everything';
  if (run.contract.sha256 !== old.run.contract.sha256) return 'a run that was judged by another contract';
  return run.target.class === old.run.target.class ? null : 'a run on another kind of target';
}

async function contractDiff(
  old: OpenPack,
  next: OpenPack,
  before: ObservedBehaviour,
  after: ObservedBehaviour,
): Promise<PackDiff['contract']> {
  const { version } = before.run.contract;
  const [oldContract, newContract] = [await contractOfPack(old), await contractOfPack(next)];
  const sides = {
    old: { file: oldContract.file, version },
    new: { file: newContract.file, version: after.run.contract.version },
  };
  if (before.run.contract.sha256 === after.run.contract.sha256) return { ...sides, changes: [] };
  const found = await diffContracts(oldContract, newContract);
  const { coverage } = await coverageOfContract(old, oldContract.document, oldContract.file);
  return impactedDiff(found, coverage);
}
