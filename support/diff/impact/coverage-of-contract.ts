import { readFile } from 'node:fs/promises';
import { readCoverage } from '../../coverage/read-coverage.js';
import type { Coverage } from '../../coverage/coverage.js';
import { contractDigest } from '../../contract/contract-digest.js';
import { adoptOperations } from '../../contract/document/adopt-operations.js';
import type { JsonObject } from '../../json/json-pointer.js';
import { operationPlaces, withoutVersion, type OperationPlace } from '../../contract/document/operation-index.js';
import { pathTemplate } from '../../contract/document/path-template.js';
import { readDocument } from '../../contract/document/read-document.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { bytesOf } from '../../evidence/verify/open-pack.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import { planFiles } from '../../evidence/plan-files.js';
import type { ChangeUse } from '../contract/contract-change.js';
import { withoutOwnLabels } from '../contract/without-own-labels.js';
import { errorsOf } from '../../messages/coded-error.js';
import { diffUsageMessages } from '../../messages/diff-messages.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/** What a run exercised of the contract it was judged by. */
export interface ContractCoverage {
  readonly coverage: Coverage;
  /** The id that the run knows an operation by: in a document from outside it may be another one, or none. */
  readonly idOf: (use: Pick<ChangeUse, 'operation' | 'operationId'>) => string | null;
}

/**
 * Reads what a pack's run exercised of `old`. The places of two contracts can only be joined when the run was judged by the
 * very document that is compared, or by it as AXYS_CONTRACT takes it in: anything else is DIF-101 (64).
 */
export async function coverageOfContract(pack: OpenPack, old: JsonObject, file: string): Promise<ContractCoverage> {
  const bytes = await bytesOf(pack, planFiles.contract);
  const document = parseJson(bytes.toString('utf8'), planFiles.contract) as JsonObject;
  const anyRun = parseJson(withoutOwnLabels(bytes.toString('utf8')), planFiles.contract) as JsonObject;
  const judgedBy = [document, anyRun].map(contractDigest);
  if (!judgedBy.includes(contractDigest(old)) && !judgedBy.includes(contractDigest(await asGiven(old)))) {
    throw usage('DIF-101', { pack: pack.place, file, contract: `${pack.place}/${planFiles.contract}` });
  }
  return { coverage: await readCoverage(pack), idOf: namesIn(document) };
}

/**
 * Finds the run's id of an operation that a diff calls as the new document does. The old document's own id is surest, for it also
 * names what moved; else method and path, whatever the parameters are called.
 */
function namesIn(document: JsonObject): ContractCoverage['idOf'] {
  const places = operationPlaces(document);
  const named = (key: (place: OperationPlace) => unknown) =>
    new Map(places.map((place) => [key(place), String(place.value['operationId'])]));
  const [byAlias, byRoute] = [
    named(({ value }) => value['x-alias']),
    named((place) => routeOf(place.method, place.path)),
  ];
  return ({ operation, operationId }) => {
    const [method = '', path = ''] = operation.split(' ', 2);
    const alias = operationId === null ? undefined : byAlias.get(operationId);
    return alias ?? byRoute.get(routeOf(method, path)) ?? operationId;
  };
}

function routeOf(method: string, path: string): string {
  return `${method} ${pathTemplate(withoutVersion(path)).shape}`;
}

/** A document as a run takes it from AXYS_CONTRACT. */
async function asGiven(document: JsonObject): Promise<JsonObject> {
  return adoptOperations(document, await readDocument((path) => readFile(path, 'utf8'), ownContractPath));
}
