import type { JsonObject } from '../../json/json-pointer.js';
import type { PathTemplate } from '../../contract/document/path-template.js';

/** An object of the contract, references followed, with its own pointer. */
export interface Located {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** A response of an operation, as coverage addresses it. */
export interface ResponseShape {
  /** `200`, `2XX` or `default`. */
  readonly key: string;
  /** Who owns the targets of headers and body: the operation, or the shared response. */
  readonly owner: string;
  /** Place of headers and body below the owner: `/response/200` or `/response`. */
  readonly base: string;
  readonly located: Located;
}

/** A parameter that coverage looks at. */
export interface ParameterShape {
  readonly in: 'path' | 'query' | 'header';
  /** As it travels: headers in lower case. */
  readonly name: string;
  readonly required: boolean;
  readonly located: Located;
}

/** One operation of the contract in the parts that coverage tells apart. */
export interface OperationShape {
  readonly operationId: string;
  /** Path without `/v2`, ready to match; of a call of the platform it is the webhook's name and matches nothing. */
  readonly template: PathTemplate;
  readonly pointer: string;
  /** True for a call the platform makes to us (`webhooks`): its request is what the target says. */
  readonly inbound: boolean;
  readonly parameters: readonly ParameterShape[];
  /** Pointer of the JSON schema of the request body; null without one. */
  readonly requestSchema: string | null;
  readonly responses: readonly ResponseShape[];
}
