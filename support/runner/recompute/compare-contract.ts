import { planFiles } from '../../evidence/plan-files.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { contractDigest } from '../../contract/contract-digest.js';
import type { RecordedRun } from './recorded-run.js';

/** The contract in the pack must be the one that `summary.json` names, unless sample data had to be masked in it. */
export function contractDifferences({ contract, frozen, summary }: RecordedRun): Difference[] {
  const same = contractDigest(contract) === summary.contract.sha256;
  if (frozen.contractAsJudged === same) return [];
  const problem = same
    ? `plan/scenarios.json calls it masked, and it is the contract that summary.json names`
    : 'it is not the contract that summary.json names';
  return [{ where: planFiles.contract, problem }];
}
