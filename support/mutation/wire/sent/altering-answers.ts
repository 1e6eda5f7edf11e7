import type { Contract } from '../../../contract/contract.js';
import { readBody } from '../../../client/read-body.js';
import type { Answer, Asked, Variation } from '../../../emulator/variations/variation.js';
import type { Exchange, ExchangeResponse } from '../../../trace/exchange.js';
import type { ReadyMutant } from '../wire-mutant.js';
import { bodyText } from './body-text.js';

/** A mutant on its way out of a server. */
export interface AlteringAnswers {
  /** Goes around everything else that answers. */
  readonly variation: Variation;
  /** `traceparent` of the request whose answer was altered; null while none was. */
  readonly altered: () => string | null;
}

/**
 * Alters the first answer to a call like the recorded one (operation, order asked for) that has its status and that the
 * change fits; all others stay as they are.
 */
export function alteringAnswers(contract: Contract, mutant: ReadyMutant, { request }: Exchange): AlteringAnswers {
  let altered: string | null = null;
  const variation: Variation = async (asked, next) => {
    const answer = await next(asked);
    if (altered !== null || answer.status !== mutant.status || !isCalled(contract, mutant, asked)) return answer;
    if (orderIn(new URLSearchParams(asked.query)) !== orderIn(new URLSearchParams(request.query))) return answer;
    const response = responseOf(answer);
    const changed = mutant.alter(response);
    if (changed === response) return answer;
    altered = asked.headers['traceparent'] ?? '';
    return changed === null ? nothing() : answerOf(changed, answer);
  };
  return { variation, altered: () => altered };
}

function isCalled(contract: Contract, { operationId }: ReadyMutant, { method, path }: Asked): boolean {
  return contract.match(method, path)?.operation.operationId === operationId;
}

function orderIn(query: URLSearchParams): string {
  return `${query.get('orderBy') ?? ''} ${query.get('sort') ?? ''}`;
}

/** The answer as our client would read it. */
function responseOf({ status, headers, body }: Answer): ExchangeResponse {
  const text = body === null ? '' : 'text' in body ? body.text : JSON.stringify(body.json);
  return { status, headers, body: readBody(Buffer.from(text), headers) };
}

function answerOf({ status, headers, body }: ExchangeResponse, { delivery }: Answer): Answer {
  return { status, headers, body: { text: bodyText(body) }, delivery };
}

/** Whoever waits does so until its own deadline. */
function nothing(): Promise<never> {
  return new Promise(() => undefined);
}
