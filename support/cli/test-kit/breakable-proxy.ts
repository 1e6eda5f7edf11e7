import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** What a proxy does with the next tunnel that is asked for. */
export type ProxyMood = 'opens' | 'asks for a password' | 'drops the line';

/** An HTTP proxy on loopback whose tunnels lead to one port, and which can be made to fail. */
export interface BreakableProxy {
  readonly port: number;
  /** Authorities it was asked for. */
  readonly asked: readonly string[];
  /** Decides about a tunnel (counted from 1). */
  mood: (tunnel: number) => ProxyMood;
  /** Called with every piece that goes up a tunnel; true drops every tunnel instead of passing it on. */
  breaks: (piece: Buffer) => boolean;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startBreakableProxy(destinationPort: number): Promise<BreakableProxy> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer();
  const kept = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const dropAll = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };
  server.on('connection', kept);
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const mood = proxy.mood(asked.length);
    if (mood === 'drops the line') socket.resetAndDestroy();
    else if (mood === 'asks for a password')
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    else {
      const onward = kept(connect(destinationPort, '127.0.0.1'));
      onward.on('connect', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
      onward.on('close', () => socket.destroy());
      socket.on('close', () => onward.destroy());
      socket.on('data', (piece: Buffer) => (proxy.breaks(piece) ? dropAll() : onward.write(piece)));
      onward.pipe(socket);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const proxy: BreakableProxy = {
    port: (server.address() as AddressInfo).port,
    ...{ asked, mood: () => 'opens', breaks: () => false },
    close: () => {
      dropAll();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
  return proxy;
}
