import { connect } from 'node:tls';
import type { Clock } from '../../config/clock.js';
import type { ClientCertificate } from '../../config/client-certificate.js';
import type { Profile } from '../../config/profile.js';
import { speakOver, unknownWord, type FromEmulator } from '../../emulator/container/back-channel.js';
import { isLoopback } from '../../emulator/three-d-secure/callbacks.js';
import { postCallback, type PostCallback } from '../../emulator/three-d-secure/post-callback.js';

/** Where the back channel is, and who calls. */
export interface BackChannelPlace {
  readonly host: string;
  readonly port: number;
  readonly certificate: ClientCertificate;
  readonly serverCa: string;
  /** Milliseconds until the emulator must have said what it serves. */
  readonly withinMs: number;
  readonly clock: Clock;
  /** Makes the callbacks; this process does when not given. */
  readonly post?: PostCallback;
}

/** The run's end of the back channel. */
export interface BackChannel {
  /** The profile the emulator serves, with the ids of what it seeded. */
  readonly profile: Profile;
  /** Tells it that its only client is about to wait. */
  passIdleTime(): void;
  close(): Promise<void>;
}

/**
 * Connects to the back channel and waits for the emulator's first word. From then on its callbacks are made here, to loopback
 * only: that is where the run listens. Rejects when nobody answers in time, or somebody answers something else.
 */
export function connectBackChannel(place: BackChannelPlace): Promise<BackChannel> {
  const { host, port, certificate, serverCa, withinMs, clock } = place;
  const post = place.post ?? postCallback;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  return new Promise((resolve, reject) => {
    const identity = { cert: certificate.certificate, key: certificate.privateKey };
    const socket = connect({ host, port, ca: serverCa, ...identity, rejectUnauthorized: true, minVersion: 'TLSv1.2' });
    const waiting = new AbortController();
    clock.sleep(withinMs, waiting.signal).then(
      () => socket.destroy(new Error(`nothing was said within ${withinMs} ms`)),
      () => undefined, // The first word came, or the connection ended.
    );
    // After the first word a broken connection shows by itself: calls fail, and no callback comes.
    socket.on('error', reject);
    socket.once('close', () => {
      waiting.abort();
      reject(new Error('the connection was closed'));
    });
    const hear = (message: FromEmulator): void => {
      switch (message.type) {
        case 'hello':
          waiting.abort();
          resolve({
            profile: message.profile,
            passIdleTime: () => void end.send({ type: 'idle' }),
            close: async () => {
              stopping.abort();
              end.close();
              await Promise.all(underWay);
            },
          });
          return;
        case 'callback': {
          const { id, url, body } = message;
          // Somebody else's emulator may send what is no URL.
          const mayBeMade = URL.canParse(url) && isLoopback(url);
          const made = (mayBeMade ? post(url, body, stopping.signal) : Promise.resolve(false))
            // A receiver that is down is an outcome for the emulator, which tries again.
            .catch(() => false)
            .then((taken) => void end.send({ type: 'delivered', id, taken }))
            .finally(() => underWay.delete(made));
          underWay.add(made);
          return;
        }
        default:
          throw unknownWord(message);
      }
    };
    const end = speakOver<'emulator'>(socket, hear);
  });
}
