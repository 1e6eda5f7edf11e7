import type { operations } from '../contract/generated/axys-v2.js';
import type { Exchange } from '../trace/exchange.js';
import type { CallOptions, Client } from './client.js';

/** Ids of the contract's own operations. */
export type OperationId = keyof operations;

type Given<T> = Exclude<T, undefined>;
type PathOf<Op extends OperationId> = Given<operations[Op]['parameters']['path']>;
type QueryOf<Op extends OperationId> = Given<operations[Op]['parameters']['query']>;
type RequestBody<Op extends OperationId> = operations[Op]['requestBody'];
type BodyOf<Op extends OperationId> = [Given<RequestBody<Op>>] extends [never]
  ? { readonly body?: never }
  : undefined extends RequestBody<Op>
    ? { readonly body?: Content<Given<RequestBody<Op>>> }
    : { readonly body: Content<RequestBody<Op>> };

/** Path, query and body of an operation as the contract types them. What the contract requires is required here. */
export type InputOf<Op extends OperationId> = ([PathOf<Op>] extends [never]
  ? { readonly path?: never }
  : { readonly path: PathOf<Op> }) &
  ([QueryOf<Op>] extends [never] ? { readonly query?: never } : { readonly query?: QueryOf<Op> }) &
  BodyOf<Op>;

type Content<R> = R extends { content: { 'application/json': infer B } } ? B : never;

/** A client whose calls are checked against the contract's types when compiled. */
export type TypedCall = <Op extends OperationId>(
  operationId: Op,
  input: InputOf<Op>,
  options: CallOptions,
) => Promise<Exchange>;

/** Calls with the contract's own types; deliberate violations go through {@link Client.call}. */
export function typedCall(client: Client): TypedCall {
  return (operationId, input, options) => client.call(operationId, input, options);
}
