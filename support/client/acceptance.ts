import type { TLSSocket } from 'node:tls';
import type { Clock } from '../config/clock.js';
import { ConnectFailure } from './connect-failure.js';

/** Longest and shortest wait for the server's word after the handshake, milliseconds. */
const longest = 2000;
const shortest = 250;
/** Without TLS 1.3 the handshake already says it; only a server that hangs up right after is still awaited. */
const shortestBefore13 = 50;

/**
 * Waits until the server has accepted or refused our certificate, and rejects with {@link ConnectFailure} if refused.
 *
 * Trap: in TLS 1.3 the client's handshake is over before the server has looked at the client's certificate. A refusal
 * then looks like a connection that breaks under the first request, no different from a crash of the server. So nothing
 * is sent until the server speaks: session tickets mean it accepted, an alert or an orderly close means it refused. A
 * server that sends no tickets is given a few round trips. Resolves true when tickets proved the acceptance.
 */
export function awaitAcceptance(socket: TLSSocket, handshakeMs: number, clock: Clock): Promise<boolean> {
  const done = new AbortController();
  const modern = socket.getProtocol() === 'TLSv1.3';
  const wait = modern ? Math.min(longest, Math.max(shortest, handshakeMs * 4)) : shortestBefore13;
  let forget = (): void => undefined;
  return new Promise<boolean>((resolve, reject) => {
    // Trap: the event comes from inside OpenSSL's read. What is written before it returns, promises included, is never
    // flushed, and the first request would hang.
    const accept = (): void => void setImmediate(() => resolve(true));
    const fail = (cause: unknown): void => reject(refused(cause));
    const hangUp = (): void => reject(refused());
    socket.once('session', accept).once('error', fail).once('end', hangUp).once('close', hangUp);
    forget = () => {
      socket.off('session', accept).off('error', fail).off('end', hangUp).off('close', hangUp);
      done.abort();
    };
    if (socket.destroyed || socket.readableEnded) hangUp();
    clock.sleep(wait, done.signal).then(() => resolve(false), reject);
  }).finally(() => forget());
}

function refused(cause?: unknown): ConnectFailure {
  return new ConnectFailure('acceptance', 'the server closed the connection in answer to our certificate', cause);
}
