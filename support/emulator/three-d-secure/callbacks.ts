import type { Clock } from '../../config/clock.js';
import type { Json } from '../../trace/exchange.js';
import type { Challenge } from './listener.js';
import { postCallback, type PostCallback } from './post-callback.js';

/** Calls back to subscribers. The body names the card only, never the code. Source: docs/guide-3ds-otp-setup. */
export interface Callbacks {
  /** Starts delivery; failures are retried a few times and then given up, as nothing is documented (U-05). */
  send(url: string, challenge: Challenge): void;
  /** Cancels what is under way. */
  stop(): Promise<void>;
}

/** The body of the callback for a challenge; null for no callback at all. */
export type Announce = (challenge: Challenge) => Json;

/** Pauses between tries, in real milliseconds. */
const retryPauses = [0, 200, 1000] as const;

/** Makes the sender. It leaves the machine for no one: a URL that is not loopback gets no call. */
export function createCallbacks(
  clock: Clock,
  announce: Announce,
  deliveries: (body: Json) => readonly Json[],
  post: PostCallback = postCallback,
): Callbacks {
  const controller = new AbortController();
  const { signal } = controller;
  const running = new Set<Promise<void>>();
  const deliver = async (url: string, body: Json): Promise<void> => {
    for (const pause of retryPauses) {
      if (await attempt(url, body, pause)) return;
    }
  };
  /** One try; true when delivery is over, because it was accepted or the emulator stops. */
  const attempt = async (url: string, body: Json, pause: number): Promise<boolean> => {
    try {
      if (pause > 0) await clock.sleep(pause, signal);
      return await post(url, body, signal);
    } catch {
      // A receiver that is down or refuses is an outcome, not an error of the emulator: the next pause decides.
      return signal.aborted;
    }
  };
  return {
    send(url, challenge) {
      const body = announce(challenge);
      if (!isLoopback(url) || body === null) return;
      for (const each of deliveries(body)) {
        const delivery = deliver(url, each).finally(() => running.delete(delivery));
        running.add(delivery);
      }
    },
    async stop() {
      controller.abort();
      await Promise.all(running);
    },
  };
}

/** True for a URL on this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
