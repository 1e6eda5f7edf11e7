import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Proxy } from '../../config/proxy.js';

/** A small HTTP proxy on loopback that opens tunnels. */
export interface ConnectProxy {
  readonly proxy: Proxy;
  /** What it was asked for: authority, and the credentials shown or null. */
  readonly asked: readonly { readonly authority: string; readonly authorization: string | null }[];
  /** Everything that went up its tunnels, as text. */
  sent(): string;
  close(): Promise<void>;
}

/**
 * Starts it on a free port. Every tunnel leads to `destinationPort` on loopback, whatever was asked for; a status other
 * than 200 refuses, and 0 never answers.
 */
export async function startConnectProxy(
  destinationPort: number,
  status: number,
  authorization: string | null = null,
): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'][number][] = [];
  const sent: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => void open.add(socket));
  server.on('connect', (request, socket: Socket) => {
    asked.push({ authority: request.url ?? '', authorization: request.headers['proxy-authorization'] ?? null });
    if (status === 0) return;
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nno`);
      return;
    }
    const onward = connect(destinationPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.on('data', (chunk: Buffer) => sent.push(chunk));
      socket.pipe(onward).pipe(socket);
    });
    open.add(onward);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: { host: '127.0.0.1', port, authorization },
    asked,
    sent: () => Buffer.concat(sent).toString('latin1'),
    close: () =>
      new Promise((closed) => {
        for (const socket of open) socket.destroy();
        server.close(() => closed());
      }),
  };
}
