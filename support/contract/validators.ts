import { ajvEngine } from './schema/ajv-engine.js';
import { checkRequest } from './operation/check-request.js';
import { checkMediaTypes } from './schema/check-media-types.js';
import { checkSchemas } from './schema/check-schemas.js';
import type { Contract } from './contract.js';
import { walkDocument } from './document/document-walk.js';
import { pointerOf, type JsonObject } from '../json/json-pointer.js';
import { isProvenDocument } from './document/proven-document.js';
import type { OperationPlan } from './operation/operation-plan.js';
import { operationOf, operationPlaces } from './document/operation-index.js';
import { placesOf, type Places } from './document/places.js';
import { planOperation } from './operation/plan-operation.js';
import type { RequestProblem } from './operation/request-problem.js';
import { undocumentedInRequest } from './operation/undocumented-in-request.js';
import type { RequestParts } from './operation/request-parts.js';

/** Every validator of a contract. */
export interface Validators {
  readonly places: Places;
  readonly plans: ReadonlyMap<string, OperationPlan>;
  /** The calls the platform makes to us (`webhooks`), by operationId. */
  readonly webhooks: ReadonlyMap<string, OperationPlan>;
  /**
   * What in a request breaks the contract: missing or wrong parameters, body missing, of another media type, not JSON, or
   * against its schema. Empty when nothing does. Members the contract does not know are listed by
   * {@link undocumentedInRequest} instead. Throws for an unknown operationId.
   */
  readonly checkRequest: (operationId: string, request: RequestParts) => readonly RequestProblem[];
  /** Query parameters and body members of a request that the contract does not know. */
  readonly undocumentedInRequest: (operationId: string, request: RequestParts) => readonly RequestProblem[];
}

/** Which schemas are compiled at once: all, or none because that they compile was proved when the package was built. */
export type CompiledAtOnce = 'all' | 'none';

/**
 * Compiles the schemas of a contract: all at once, but those of the one this package ships when they are first used. A contract
 * on which any doubt remains stops the run with exit 78: unknown keyword (CON-107), schema that does not compile (CON-108),
 * documented body without schema (CON-109), or one that no Content-Type leads to (CON-114, CON-115).
 */
export function compileValidators(
  contract: Contract,
  atOnce: CompiledAtOnce = isProvenDocument(contract.document) ? 'none' : 'all',
): Validators {
  const document = contract.document as unknown as JsonObject;
  const places = placesOf(document);
  const engine = ajvEngine(document);
  if (atOnce === 'all') {
    checkMediaTypes(document);
    checkSchemas(document, engine);
    compileBranches(document, engine.compile);
  }
  const parts = { document, engine, places };
  const plans = new Map<string, OperationPlan>();
  for (const operation of contract.operations.values())
    plans.set(operation.operationId, planOperation(parts, operation));
  const webhooks = operationPlaces(document, 'webhooks').map((place) => {
    const plan = planOperation(parts, operationOf(place, places));
    return [plan.operation.operationId, plan] as const;
  });
  const inbound = new Map(webhooks);
  const planOf = (operationId: string): OperationPlan => {
    const plan = plans.get(operationId) ?? inbound.get(operationId);
    if (plan === undefined) throw new Error(`the contract has no operation ${operationId}`);
    return plan;
  };
  return {
    places,
    plans,
    webhooks: inbound,
    checkRequest: (operationId, request) => checkRequest(planOf(operationId), request),
    undocumentedInRequest: (operationId, request) => undocumentedInRequest(planOf(operationId), request),
  };
}

/** Branches are compiled on their own too, so that the one that came closest can be named without compiling later. */
function compileBranches(document: JsonObject, compile: (pointer: string) => unknown): void {
  walkDocument(document, ({ kind, pointer, value }) => {
    if (kind !== 'schema') return;
    for (const keyword of ['oneOf', 'anyOf']) {
      const branches = value[keyword];
      for (const index of Array.isArray(branches) ? branches.keys() : []) compile(pointer + pointerOf(keyword, index));
    }
  });
}
