import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';
import type { Listening } from '../http/server.js';
import type { ServerIdentity } from '../http/server-identity.js';
import type { ServedPlatform } from '../serve-platform.js';
import type { PostCallback } from '../three-d-secure/post-callback.js';
import { PendingCallbacks } from './pending-callbacks.js';
import { speakOver, unknownWord, type BackChannelEnd, type FromEmulator, type FromRun } from './back-channel.js';

const cannot = errorsOf(emulatorMessages, 'configuration');

/** The emulator's end of the back channel. */
export interface BackChannelServer {
  readonly port: number;
  /** Makes callbacks through whoever is connected; rejects while nobody is. */
  readonly post: PostCallback;
  /** From now on answers are given for this platform. */
  speakFor(platform: Pick<ServedPlatform, 'profile' | 'passIdleTime'>): void;
  close(): Promise<void>;
}

/**
 * Listens for the run this emulator serves, over the same mutual TLS as the API: it passes idle time on to the platform and
 * carries callbacks the other way. The connection that came last counts. Throws EMU-109 (78) when it cannot listen.
 */
export async function serveBackChannel(identity: ServerIdentity, listening: Listening): Promise<BackChannelServer> {
  const { authority, certificate, privateKey } = identity;
  const pending = new PendingCallbacks();
  const connected = new Set<TLSSocket>();
  let platform: Pick<ServedPlatform, 'profile' | 'passIdleTime'> | null = null;
  let latest: BackChannelEnd<FromEmulator> | null = null;

  const hear = (message: FromRun): void => {
    switch (message.type) {
      case 'idle':
        platform?.passIdleTime();
        return;
      case 'delivered':
        pending.settle(message.id, message.taken);
        return;
      default:
        throw unknownWord(message);
    }
  };
  const greet = (): void => {
    if (platform !== null) latest?.send({ type: 'hello', profile: platform.profile });
  };
  const server = createServer(
    { key: privateKey, cert: certificate, ca: authority, requestCert: true, rejectUnauthorized: true },
    (socket) => {
      connected.add(socket);
      const end = speakOver<'run'>(socket, hear);
      // Whoever hangs up has heard enough; the next call that needs it says that nobody is there.
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        connected.delete(socket);
        if (latest !== end) return;
        latest = null;
        pending.giveUp();
      });
      latest = end;
      greet();
    },
  );
  await new Promise<void>((resolve, reject) => {
    const { host, port } = listening;
    server.once('error', (problem: Error) => reject(cannot('EMU-109', { port, reason: problem.message }, problem)));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    post: (url, body) => pending.wait((id) => latest?.send({ type: 'callback', id, url, body }) === true),
    speakFor: (given) => {
      platform = given;
      greet();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connected) socket.destroy();
        pending.giveUp();
      }),
  };
}
