import type { Clock } from '../../config/clock.js';
import type { ClientCertificate } from '../../config/client-certificate.js';
import { defaultProfile } from '../../config/default-profile.js';
import { loadConfiguration } from '../../config/load-configuration.js';
import type { Target } from '../../target/target.js';
import type { Exchange, ExchangeResponse } from '../../trace/exchange.js';
import type { Handshake } from '../probes/handshake.js';
import type { Subject } from '../subject.js';

/** Start of the tests' time, milliseconds since the Unix epoch. */
export const testNow = Date.UTC(2026, 10, 21, 12);

/** One day in milliseconds. */
export const day = 86_400_000;

/** A clock that stands still. */
const stoppedClock: Clock = { now: () => testNow, sleep: () => Promise.resolve() };

const configuration = await loadConfiguration({ environment: {}, flags: {}, cwd: '.' });

/** A real staging target with this certificate, whose probes fail a test that did not expect them. */
export function testSubject(
  certificate: ClientCertificate,
  changes: Partial<Subject> = {},
  target: Partial<Target> = {},
): Subject {
  const unexpected = (what: string) => () => Promise.reject(new Error(`${what} was not expected`));
  const baseUrl = new URL('https://staging.example.test/v2');
  return {
    configuration: { ...configuration, environment: 'staging', baseUrl },
    target: {
      ...{ environment: 'staging', class: 'real', baseUrl, apiKey: 'k', certificate, nextCertificate: null },
      ...{ serverCa: [], profile: defaultProfile('staging', baseUrl), close: () => Promise.resolve() },
      ...target,
    },
    clock: stoppedClock,
    resolver: { addressesOf: unexpected('a look-up'), namesOf: unexpected('a look-up') },
    handshake: unexpected('a handshake'),
    listCardholders: unexpected('a call'),
    ...changes,
  };
}

/** A probe that was answered so. */
export function answeredWith(response: ExchangeResponse | null): Subject['listCardholders'] {
  const exchange: Exchange = {
    ...{ id: 'x-000001', scenario: null, operationId: 'listCardholders', identity: 'program', attempt: 1 },
    ...{ startedAt: new Date(testNow).toISOString(), durationMs: 0, response, connection: null },
    request: {
      ...{ method: 'GET', url: 'https://staging.example.test/v2/cardholders', path: '/cardholders', query: {} },
      ...{ headers: {}, body: { kind: 'none' } },
    },
    failure: response === null ? { class: 'reset', detail: 'ECONNRESET: reset' } : null,
    ...{ expectedInvalid: null, judgement: null },
  };
  return () => Promise.resolve(exchange);
}

/** A handshake that failed so. */
export function failedWith(
  kind: 'dns' | 'refused' | 'timeout' | 'tls' | 'untrusted' | 'lapsed',
  detail: string,
): () => Promise<Handshake> {
  return () => Promise.resolve({ kind: 'failed', failure: { class: kind, detail } });
}
