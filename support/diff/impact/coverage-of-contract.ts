import { readFile } from 'node:fs/promises';
import { readCoverage } from '../../coverage/read-coverage.js';
import type { Coverage } from '../../coverage/coverage.js';
import { contractOf } from '../../contract/contract-of.js';
import { adoptOperations } from '../../contract/document/adopt-operations.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';
import { readDocument } from '../../contract/document/read-document.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { bytesOf } from '../../evidence/verify/open-pack.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import { planFiles } from '../../evidence/plan-files.js';
import { withoutOwnLabels } from '../contract/without-own-labels.js';
import { errorsOf } from '../../messages/coded-error.js';
import { diffUsageMessages } from '../../messages/diff-messages.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/** What a run exercised of the contract it was judged by. */
export interface ContractCoverage {
  readonly coverage: Coverage;
  /** Method and path template to the operation id that the run knows: in a document from outside it may be another one. */
  readonly operationIds: ReadonlyMap<string, string>;
}

/**
 * Reads what a pack's run exercised of `old`. The places of two contracts can only be joined when the run was judged by the
 * very document that is compared, or by it as AXYS_CONTRACT takes it in: anything else is DIF-101 (64).
 */
export async function coverageOfContract(pack: OpenPack, old: JsonObject, file: string): Promise<ContractCoverage> {
  const bytes = await bytesOf(pack, planFiles.contract);
  const document = parseJson(bytes.toString('utf8'), planFiles.contract) as JsonObject;
  const anyRun = parseJson(withoutOwnLabels(bytes.toString('utf8')), planFiles.contract) as JsonObject;
  const judgedBy = [document, anyRun].map((one) => contractOf(one).sha256);
  if (!judgedBy.includes(contractOf(old).sha256) && !judgedBy.includes(contractOf(await asGiven(old)).sha256)) {
    throw usage('DIF-101', { pack: pack.place, file, contract: `${pack.place}/${planFiles.contract}` });
  }
  return { coverage: await readCoverage(pack), operationIds: new Map(idsIn(document)) };
}

/** Operation ids by method and path, the path as the document writes it. */
function idsIn(document: JsonObject): readonly (readonly [operation: string, id: string])[] {
  return entriesOf(document['paths']).flatMap(([path, item]) =>
    entriesOf(item).flatMap(([method, operation]) => {
      const id = isObject(operation) ? operation['operationId'] : undefined;
      return typeof id === 'string' ? [[`${method.toUpperCase()} ${path}`, id] as const] : [];
    }),
  );
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** A document as a run takes it from AXYS_CONTRACT. */
async function asGiven(document: JsonObject): Promise<JsonObject> {
  return adoptOperations(document, await readDocument((path) => readFile(path, 'utf8'), ownContractPath));
}
