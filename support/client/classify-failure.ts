import type { FailureClass } from '../trace/exchange.js';
import { ConnectFailure } from './connect-failure.js';
import { connectRules, requestRules, type FailureRule } from './failure-rules.js';

/** Reason the timeout interceptor aborts with. */
export class TimeoutReason extends Error {
  override readonly name = 'TimeoutReason';
  constructor(readonly afterMs: number) {
    super(`no complete answer after ${afterMs} ms`);
  }
}

/** A failure as an exchange records it. */
export interface Failure {
  readonly class: FailureClass;
  /** Codes and sentences of the causes, outermost first; no payload. */
  readonly detail: string;
}

/**
 * Says why no HTTP answer came. A rejected connection shows different codes for different servers, TLS and Node
 * versions, so the class rests on how far the connection came first ({@link ConnectFailure}) and on codes second.
 */
export function classifyFailure(error: unknown, signal: AbortSignal | null): Failure {
  const chain = causes(error);
  const detail = chain.map(describe).join(' <- ');
  if (signal?.aborted === true) {
    const reason: unknown = signal.reason;
    return reason instanceof TimeoutReason
      ? { class: 'timeout', detail: reason.message }
      : { class: 'cancelled', detail: 'cancelled by the caller' };
  }
  const connect = chain.find((cause): cause is ConnectFailure => cause instanceof ConnectFailure);
  const rejected: Failure = { class: connect?.certificateLapsed === true ? 'lapsed' : 'tls', detail };
  if (connect?.phase === 'acceptance') return rejected;
  const rules = connect === undefined ? requestRules : connectRules;
  const found = firstRule(rules, chain)?.class ?? 'protocol';
  return found === 'tls' ? rejected : { class: found, detail };
}

/** True for a connection that broke off before its handshake was over, without a word of the server: it may be opened again. */
export function brokeOff(error: unknown): boolean {
  return firstRule(connectRules, causes(error))?.reconnects === true;
}

function firstRule(rules: readonly FailureRule[], chain: readonly unknown[]): FailureRule | undefined {
  const codes = chain.map(codeOf).filter((code) => code !== '');
  const seen = codes.length === 0 ? [''] : codes;
  return rules.find((rule) => seen.some((code) => rule.codes.test(code)));
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let cause = error; cause !== undefined && cause !== null && !chain.includes(cause);) {
    chain.push(cause);
    // Several addresses of one name failed (happy eyeballs): the first stands for all.
    if (cause instanceof AggregateError && cause.errors.length > 0) cause = cause.errors[0] as unknown;
    else cause = cause instanceof Error ? cause.cause : undefined;
  }
  return chain;
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = codeOf(error);
  const [line = ''] = error.message.split('\n');
  // OpenSSL wraps its sentence in a thread id, an error number and source lines, which differ from build to build.
  const [, sentence = line, , alert = ''] =
    /SSL routines:[^:]*:([^:]+)(:.*?(SSL alert number \d+)?)?$/.exec(line) ?? [];
  const message = alert === '' ? sentence : `${sentence} (${alert})`;
  return code === '' ? message : `${code}: ${message}`;
}
