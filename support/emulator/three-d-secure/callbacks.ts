import { request } from 'undici';
import type { Clock } from '../../config/clock.js';
import type { Json } from '../../trace/exchange.js';
import type { Challenge } from './listener.js';

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

const timeoutMs = 2000;

/** Makes the sender. It leaves the machine for no one: a URL that is not loopback gets no call. */
export function createCallbacks(
  clock: Clock,
  announce: Announce,
  deliveries: (body: Json) => readonly Json[],
): Callbacks {
  const controller = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    send(url, challenge) {
      const body = announce(challenge);
      if (!isLoopback(url) || body === null) return;
      for (const each of deliveries(body)) {
        const delivery = deliver(url, each, clock, controller.signal).finally(() => running.delete(delivery));
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

async function deliver(url: string, body: Json, clock: Clock, signal: AbortSignal): Promise<void> {
  for (const pause of retryPauses) {
    if (await attempt(url, body, clock, pause, signal)) return;
  }
}

/** One try; true when delivery is over, because it was accepted or the emulator stops. */
async function attempt(url: string, body: Json, clock: Clock, pause: number, signal: AbortSignal): Promise<boolean> {
  try {
    if (pause > 0) await clock.sleep(pause, signal);
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal,
    });
    await answer.body.dump();
    return answer.statusCode >= 200 && answer.statusCode < 300;
  } catch {
    // A receiver that is down or refuses is an outcome, not an error of the emulator: the next pause decides.
    return signal.aborted;
  }
}
