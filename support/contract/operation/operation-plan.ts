import type { Json } from '../../trace/exchange.js';
import type { Operation } from '../contract.js';
import type { Standing } from '../document/places.js';
import type { SchemaCheck } from '../schema/schema-check.js';

/** Where a parameter travels. Cookies are not part of this API. */
export type ParameterPlace = 'path' | 'query' | 'header';

/** A parameter or response header of the contract, ready to check. */
export interface ParameterPlan {
  readonly in: ParameterPlace;
  /** As written in the contract; headers in lower case. */
  readonly name: string;
  readonly required: boolean;
  readonly pointer: string;
  readonly standing: Standing;
  readonly check: SchemaCheck;
  /** Reads the text that travels as the JSON value the schema speaks of. */
  readonly read: (text: string) => Json;
}

/** A response of the contract, ready to check. */
export interface ResponsePlan {
  /** `200`, `2XX` or `default`. */
  readonly key: string;
  readonly pointer: string;
  readonly standing: Standing;
  readonly headers: readonly ParameterPlan[];
  /** By media type; empty where no body is documented. */
  readonly content: ReadonlyMap<string, SchemaCheck>;
}

/** The request body of an operation, ready to check. */
export interface RequestBodyPlan {
  readonly required: boolean;
  readonly pointer: string;
  readonly standing: Standing;
  readonly content: ReadonlyMap<string, SchemaCheck>;
}

/** Everything the contract says about one operation, compiled. */
export interface OperationPlan {
  readonly operation: Operation;
  readonly standing: Standing;
  readonly parameters: readonly ParameterPlan[];
  readonly requestBody: RequestBodyPlan | null;
  readonly responses: readonly ResponsePlan[];
  /** What a refusal looks like, whatever its code; null where the contract describes none. */
  readonly refusal: SchemaCheck | null;
}

/** The documented response for a status: exact code, then its range, then `default`; null when undocumented. */
export function responseFor<R extends Pick<ResponsePlan, 'key'>>(
  plan: { readonly responses: readonly R[] },
  status: number,
): R | null {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  for (const key of keys) {
    const found = plan.responses.find((response) => response.key === key);
    if (found !== undefined) return found;
  }
  return null;
}

/** A documented response of the same class (2xx, 4xx, …), to judge the body of an undocumented code by; or null. */
export function responseOfClass(plan: OperationPlan, status: number): ResponsePlan | null {
  const first = String(Math.floor(status / 100));
  return plan.responses.find((response) => response.key.startsWith(first)) ?? null;
}
