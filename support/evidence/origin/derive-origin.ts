import type { Connection } from '../../trace/connection.js';
import type { Exchange } from '../../trace/exchange.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { ClockTally } from './clock-tally.js';
import { ConnectionTally } from './connection-tally.js';
import { Contradictions } from './contradictions.js';
import { HeaderTally } from './header-tally.js';
import type { Origin } from './origin.js';
import { requireShape } from '../verify/require-shape.js';
import type { KnownConnection } from './known-connection.js';

/** What an origin is derived from: the recorded streams of a run. */
export interface OriginSource {
  readonly connections: () => AsyncIterable<Connection>;
  readonly exchanges: () => AsyncIterable<Exchange>;
}

/**
 * Derives where a run's traffic went from what was recorded, in one pass over connections and exchanges. Answers that came
 * from servers of ours (replays, the production emulator) are left out of every figure. VFY-302 for a record of another
 * shape.
 */
export async function deriveOrigin({ connections, exchanges }: OriginSource): Promise<Origin> {
  const tally = new ConnectionTally();
  const known = new Map<string, KnownConnection>();
  const found = new Contradictions();
  for await (const connection of connections()) {
    requireShape('connection', connection, recorderFiles.connections);
    const { id, server, host, port, identity } = connection;
    if (known.has(id)) found.note('twice', `connection ${id} is recorded twice`);
    known.set(id, { server, host, port, identity });
    if (server === 'target') tally.add(connection);
  }
  const [clock, headers, beside] = [new ClockTally(), new HeaderTally(), new Set<string>()];
  let [calls, answered] = [0, 0];
  for await (const exchange of exchanges()) {
    if (isNoCall(exchange)) continue;
    const connection = found.connectionOf(exchange, known);
    if (exchange.replayed === true) continue;
    if (connection?.server === 'own') {
      beside.add(exchange.scenario ?? '');
      continue;
    }
    calls += 1;
    if (exchange.response === null) continue;
    answered += 1;
    clock.add(exchange);
    headers.add(exchange);
  }
  if (tally.mixed) found.note('mixed', 'its connections led to targets of different kinds');
  const { hosts, tls, serverCertificates, clientCertificates } = tally;
  return {
    ...tally.shown,
    ...{ hosts, tls, serverCertificates, clientCertificates, clock: clock.result() },
    ...{ requestIds: headers.requestIds, servers: headers.serverValues, calls, answered },
    beside: [...beside].sort(),
    contradictions: found.list,
  };
}

/** Callbacks that reached us, and objects found again after a lost answer, were no calls. */
function isNoCall({ identity, adopted }: Exchange): boolean {
  return identity === 'inbound' || adopted !== undefined;
}
