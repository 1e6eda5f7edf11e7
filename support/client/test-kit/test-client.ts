import type { Clock } from '../../config/clock.js';
import { systemClock } from '../../config/system-clock.js';
import { defaultProfile } from '../../config/default-profile.js';
import type { Contract } from '../../contract/contract.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import type { Target } from '../../target/target.js';
import type { Connection } from '../../trace/connection.js';
import type { Exchange } from '../../trace/exchange.js';
import { createClientIds } from '../client-ids.js';
import type { Client, ConnectionSink } from '../client.js';
import { createClient } from '../create-client.js';
import { productionRules } from '../production-rules.js';
import type { TestPki } from './local-server.js';

/** Our own contract, loaded once per test file. */
export const contract: Contract = await loadContract({
  contractPath: ownContractPath,
  overlayPath: null,
  given: false,
});

/** The API key of test targets. */
export const testApiKey = 'axk_TestKeyTestKeyTestKeyTestKey1234';

/** A target for a test, with any part replaced. */
export function testTarget(pki: TestPki, baseUrl: URL, changes: Partial<Target> = {}): Target {
  return {
    ...{ environment: 'emulator', class: 'loopback', baseUrl, apiKey: testApiKey, certificate: pki.good },
    ...{ nextCertificate: pki.next, serverCa: [pki.authority], profile: defaultProfile('emulator', null) },
    close: () => Promise.resolve(),
    ...changes,
  };
}

/** A client with everything it handed to its sink. */
export interface TestClient {
  readonly client: Client;
  readonly recorded: Exchange[];
  /** Everything it said of its connections. */
  readonly connections: Connection[];
}

/** Makes a client over a target; its sink keeps the raw exchanges. */
export function testClient(
  target: Target,
  options: { clock?: Clock; timeoutMs?: number; retryClock?: Clock; connections?: ConnectionSink } = {},
): TestClient {
  const recorded: Exchange[] = [];
  const connections: Connection[] = [];
  let drawn = 0;
  const client = createClient({
    ...{ target, contract, productionRules, version: '9.9.9', clock: options.clock ?? systemClock },
    ids: createClientIds((count) => new Uint8Array(count).fill((drawn += 1))),
    sink: (exchange) => {
      recorded.push(exchange);
      return Promise.resolve(exchange);
    },
    connections: options.connections ?? ((connection) => Promise.resolve(void connections.push(connection))),
    ...(options.retryClock === undefined ? {} : { retryClock: options.retryClock }),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
  return { client, recorded, connections };
}
