import type { OpenAPIV3_1 } from 'openapi-types';
import type { Provenance } from '../judgement/provenance.js';

/** HTTP methods the API uses. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One operation of the contract, resolved and ready to route. */
export interface Operation {
  readonly operationId: string;
  /** The document's own operationId where a given document is matched to our operations and names it otherwise. */
  readonly alias: string | null;
  readonly method: HttpMethod;
  /** Path template without `/v2`, such as `/cards/{cardId}/status`. */
  readonly path: string;
  /** JSON Pointer of the operation in the contract document. */
  readonly pointer: string;
  readonly deprecated: boolean;
  readonly provenance: Provenance;
  readonly source: string;
  /** True for `/staging/*`. */
  readonly simulation: boolean;
  /** True when a successful call creates an object (x-creates). */
  readonly creates: string | null;
}

/** A request path matched to an operation. */
export interface OperationMatch {
  readonly operation: Operation;
  /** Path parameters as text, percent-decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The loaded contract: one document with everything derived from it. */
export interface Contract {
  /** The document as judged: overlay applied, 3.1 form, references kept. */
  readonly document: OpenAPIV3_1.Document;
  /** SHA-256 (hex) of the document as judged, in canonical JSON. */
  readonly sha256: string;
  /** `info.version` of the document. */
  readonly version: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The operation for a method and a path without `/v2`, or null. */
  match(method: string, path: string): OperationMatch | null;
}
