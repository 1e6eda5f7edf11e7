import type { Origin } from '../origin/origin.js';

/** Where the traffic of a practice run went that made no connection, with any part replaced. */
export function anOrigin(change: Partial<Origin> = {}): Origin {
  return {
    ...{ shown: 'emulator', why: 'this very process made the authority that the server showed' },
    ...{ hosts: [], tls: [], serverCertificates: [], clientCertificates: [] },
    clock: { samples: 0, offsetMs: null, spanMs: 0, driftMs: 0, first: null, last: null },
    ...{ requestIds: [], servers: [], calls: 0, answered: 0, beside: [], contradictions: [] },
    ...change,
  };
}
