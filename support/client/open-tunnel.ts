import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../config/clock.js';
import type { Proxy } from '../config/proxy.js';

/** A tunnel that did not come about although the proxy could be reached. Its text never holds credentials. */
class TunnelFailure extends Error {
  override readonly name = 'TunnelFailure';
  constructor(
    readonly code: 'AXYS_TUNNEL_REFUSED' | 'AXYS_TUNNEL_BROKEN' | 'AXYS_TUNNEL_TIMEOUT',
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? {} : { cause });
  }
}

/**
 * Asks a proxy for a tunnel to `host:port` (CONNECT) and resolves with its socket, on which nothing was sent yet.
 * Rejects with {@link TunnelFailure} when the proxy says no, drops the line or takes longer than `timeoutMs`, and with the system's error
 * when the proxy itself cannot be reached.
 */
export async function openTunnel(
  proxy: Proxy,
  destination: { readonly host: string; readonly port: number },
  timing: { readonly clock: Clock; readonly timeoutMs: number },
): Promise<Socket> {
  const host = destination.host.includes(':') ? `[${destination.host}]` : destination.host;
  const authority = `${host}:${destination.port}`;
  const credentials = proxy.authorization === null ? {} : { 'proxy-authorization': proxy.authorization };
  const asked = request({
    ...{ host: proxy.host, port: proxy.port, method: 'CONNECT', path: authority, agent: false },
    headers: { host: authority, ...credentials },
  });
  const finished = new AbortController();
  const tunnel = new Promise<Socket>((resolve, reject) => {
    asked.once('error', (error: NodeJS.ErrnoException) => {
      const isBroken = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      const problem = `the proxy dropped the line instead of answering CONNECT ${authority}`;
      reject(isBroken ? new TunnelFailure('AXYS_TUNNEL_BROKEN', problem, error) : error);
    });
    asked.once('connect', ({ statusCode = 0 }, socket, head) => {
      // In TLS the client speaks first: bytes that came early are not the target's.
      if (statusCode >= 200 && statusCode <= 299 && head.length === 0) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new TunnelFailure('AXYS_TUNNEL_REFUSED', `the proxy answered CONNECT ${authority} with ${statusCode}`));
    });
    timing.clock.sleep(timing.timeoutMs, finished.signal).then(
      () =>
        asked.destroy(
          new TunnelFailure('AXYS_TUNNEL_TIMEOUT', `the proxy opened no tunnel within ${timing.timeoutMs} ms`),
        ),
      (reason: unknown) => {
        // Only our own abort may end the watch early; anything else is a broken clock.
        if (!finished.signal.aborted) asked.destroy(reason instanceof Error ? reason : new Error('clock'));
      },
    );
  });
  asked.end();
  return tunnel.finally(() => finished.abort());
}
