import { readCoverage } from '../../coverage/read-coverage.js';
import type { Coverage } from '../../coverage/coverage.js';
import { contractOf } from '../../contract/contract-of.js';
import type { JsonObject } from '../../contract/document/json-pointer.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { bytesOf } from '../../evidence/verify/open-pack.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import { planFiles } from '../../evidence/plan-files.js';
import { errorsOf } from '../../messages/coded-error.js';
import { diffUsageMessages } from '../../messages/diff-messages.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/**
 * Reads what a pack's run exercised of `old`. The places of two contracts can only be joined when the run was judged by the
 * very document that is compared: anything else is DIF-101 (64).
 */
export async function coverageOfContract(pack: OpenPack, old: JsonObject, file: string): Promise<Coverage> {
  const bytes = await bytesOf(pack, planFiles.contract);
  const judged = contractOf(parseJson(bytes.toString('utf8'), planFiles.contract) as JsonObject);
  if (contractOf(old).sha256 !== judged.sha256) {
    throw usage('DIF-101', { pack: pack.place, file, contract: `${pack.place}/${planFiles.contract}` });
  }
  return readCoverage(pack);
}
