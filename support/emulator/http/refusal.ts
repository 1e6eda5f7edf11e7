import type { MessageValues } from '../../messages/message.js';
import { fill } from '../../messages/message.js';

/**
 * Every way the emulator says no. Statuses and codes are our choice where the documentation is silent (U-03); the body
 * is `{status:"error", code, message}`.
 */
const refusals = {
  malformed_json: { status: 400, text: 'The request body is not valid JSON.' },
  body_incomplete: { status: 400, text: 'The connection ended before the request body was complete.' },
  body_too_deep: { status: 400, text: 'The request body is nested deeper than {limit} levels.' },
  body_too_large: { status: 413, text: 'The request body is larger than {limit} bytes.' },
  validation_failed: { status: 400, text: 'The request breaks the contract: {problems}' },
  limit_above_parent: { status: 400, text: 'transactionLimit {limit} is above the parent limit {parent}.' },
  unauthorised: { status: 401, text: 'X-API-Key is missing or unknown.' },
  credential_mismatch: { status: 401, text: 'X-API-Key and the client certificate belong to different Programs.' },
  not_found: { status: 404, text: 'There is no {what} with that id in this Program.' },
  unknown_path: { status: 404, text: 'There is no such endpoint.' },
  refused_by_state: { status: 409, text: '{operation} refused: {reason}.' },
  rate_limited: { status: 429, text: 'Too many requests; retry after {seconds} s.' },
  internal_error: { status: 500, text: 'The emulator itself failed: {reason}.' },
  not_emulated: { status: 501, text: 'The emulator has no behaviour for {operation}.' },
} as const;

/** Permanent code of a refusal, as it appears in the body. */
export type RefusalCode = keyof typeof refusals;

/** A refusal of one request. Handlers throw it before they change anything; the server turns it into a reply. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, values: MessageValues = {}, headers: Readonly<Record<string, string>> = {}) {
    super(fill(code, { text: refusals[code].text, next: '' }, values).text);
    this.code = code;
    this.status = refusals[code].status;
    this.headers = headers;
  }
}
