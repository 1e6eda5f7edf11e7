import type { ClientCertificate } from '../../config/client-certificate.js';
import type { RunningEmulator } from '../emulator.js';
import type { FakeClock } from './fake-clock.js';

/** What a test sees of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The JSON body, or the text when it is not JSON. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * A running emulator with a client and its own time; one emulated second per real one. Every answer is judged against
 * the contract, and `close()` throws when one broke it.
 */
export interface Session {
  readonly emulator: RunningEmulator;
  readonly clock: FakeClock;
  /** Lets emulated seconds pass. */
  pass(seconds: number): void;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Seen>;
  /** A caller with other credentials; close it with `close()` of the session. */
  as(certificate: ClientCertificate | null, apiKey: string | null): Pick<Session, 'call'>;
  close(): Promise<void>;
}
