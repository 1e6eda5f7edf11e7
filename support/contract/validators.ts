import { ajvEngine } from './schema/ajv-engine.js';
import { checkRequest } from './operation/check-request.js';
import { checkMediaTypes } from './schema/check-media-types.js';
import { checkSchemas } from './schema/check-schemas.js';
import type { Contract } from './contract.js';
import type { JsonObject } from '../json/json-pointer.js';
import { provenValidators } from './document/proven-document.js';
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

/**
 * Compiles the schemas of a contract: all at once. Those of the one this package ships were compiled when it was built, unless `anew`
 * asks for it. A contract on which any doubt remains stops the run with exit 78: unknown keyword (CON-107), schema that does not compile (CON-108),
 * documented body without schema (CON-109), or one that no Content-Type leads to (CON-114, CON-115).
 */
export function compileValidators(contract: Contract, anew: 'anew' | 'as built' = 'as built'): Validators {
  const document = contract.document as unknown as JsonObject;
  const places = placesOf(document);
  const proven = anew === 'anew' ? null : provenValidators(document);
  const engine = ajvEngine(document, proven);
  if (proven === null) {
    checkMediaTypes(document);
    checkSchemas(document, engine);
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
