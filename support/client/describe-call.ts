import type { Contract } from '../contract/contract.js';
import type { Exchange, Json } from '../trace/exchange.js';
import { clientError } from './client-error.js';
import type { CallInput } from './client.js';
import { fillPath, queryText, requestUrl } from './request-url.js';

const accept = { accept: 'application/json' } as const;

/** Headers that a request has by its body alone. */
export function headersFor(body: Json | undefined): Readonly<Record<string, string>> {
  return body === undefined ? accept : { ...accept, 'content-type': 'application/json' };
}

/**
 * The request a call by operationId would send, raw, without the headers that the pipeline adds. Sends nothing. Throws
 * CLI-101 to CLI-104 like the call itself.
 */
export function describeCall(
  contract: Contract,
  baseUrl: URL,
  operationId: string,
  input: CallInput,
): Exchange['request'] {
  const operation = contract.operations.get(operationId);
  if (operation === undefined) throw clientError('CLI-101', { operationId, count: contract.operations.size });
  const path = fillPath(operation, input.path ?? {});
  const url = requestUrl(baseUrl, path, queryText(input.query ?? {}));
  return {
    method: operation.method,
    url: url.href,
    path,
    query: Object.fromEntries(url.searchParams),
    headers: headersFor(input.body),
    body: input.body === undefined ? { kind: 'none' } : { kind: 'json', value: input.body, duplicateKeys: [] },
  };
}
