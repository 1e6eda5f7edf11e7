import { newPart, type Part } from '../comparison.js';

/** What was found in an operation: in what the client sends, and in what it receives. */
export interface OperationParts {
  /** `GET /cards/{cardId}` as the new document writes it, or the old one where it is gone. */
  readonly operation: string;
  readonly operationId: string | null;
  readonly request: Part;
  readonly response: Part;
  /** True for calls of the platform: their request is what the client receives. */
  readonly inbound: boolean;
}

/** Empty parts of an operation. */
export function operationParts(operation: string, operationId: string | null, inbound: boolean): OperationParts {
  return { operation, operationId, inbound, request: newPart(), response: newPart() };
}
