import type { Clock } from '../config/clock.js';
import type { Contract } from '../contract/contract.js';
import type { Target } from '../target/target.js';
import type { Exchange } from '../trace/exchange.js';
import { createAgents } from './agents.js';
import { clientError } from './client-error.js';
import type { ClientIds } from './client-ids.js';
import type { CallOptions, Client, ConnectionSink, ExchangeSink } from './client.js';
import type { ClientLog } from './client-log.js';
import { createConnectionRegister } from './connection-register.js';
import { apiKeyOf } from './identity.js';
import { authentication } from './interceptors/authentication.js';
import { logging } from './interceptors/logging.js';
import { recording } from './interceptors/recording.js';
import { retry } from './interceptors/retry.js';
import { timeout } from './interceptors/timeout.js';
import { traceContext } from './interceptors/trace-context.js';
import { compose } from './pipeline.js';
import { Deadlines } from './deadlines.js';
import { outgoingOf, type Call } from './outgoing-of.js';
import { enforceProductionRules, type ProductionRule } from './production-rules.js';
import { fillPath, queryText } from './request-url.js';
import { createTransport } from './transport.js';
import { withholdItems } from './withhold-items.js';

/** What a client is made of. */
export interface ClientOptions {
  readonly target: Target;
  readonly contract: Contract;
  readonly sink: ExchangeSink;
  /** Told of each connection before anything is sent on it; nobody when not given. */
  readonly connections?: ConnectionSink;
  /** True for a client of a server that the harness started beside the target. */
  readonly ownServer?: boolean;
  readonly clock: Clock;
  readonly ids: ClientIds;
  /** What may leave when the target's environment is `production`; ignored elsewhere. */
  readonly productionRules: readonly ProductionRule[];
  /** The harness's version, for the user agent. */
  readonly version: string;
  /** Milliseconds one try may take; 30 000 when not given. */
  readonly timeoutMs?: number;
  /** Told of every finished try; nobody when not given. */
  readonly log?: ClientLog;
  /** True for a client of a server of ours that replays recorded answers: its exchanges say so. */
  readonly replayed?: boolean;
  /** Keeps the waits before a try is repeated; `clock` when not given. Must show the same time as `clock`. */
  readonly retryClock?: Clock;
}

/** Makes the client of a target. Connections are opened when first needed; whoever makes the client closes it. */
export function createClient(options: ClientOptions): Client {
  const { target, contract, clock, ids } = options;
  const register = createConnectionRegister();
  const agents = createAgents({
    ...{ target, clock, register, ids, sink: options.connections ?? (() => Promise.resolve()) },
    server: options.ownServer === true ? 'own' : 'target',
  });
  const deadlines = new Deadlines(clock, withinMs(options));
  const send = compose(behavioursOf(options, deadlines), createTransport(agents, register, clock));
  let closed = false;

  const dispatch = (call: Call, surroundings: CallOptions) => {
    if (closed) throw clientError('CLI-106', { operationId: call.operationId ?? call.path });
    const outgoing = outgoingOf(call, surroundings, { baseUrl: target.baseUrl, traceId: ids.hex(16) });
    if (target.environment === 'production') enforceProductionRules(options.productionRules, outgoing);
    return send(outgoing);
  };

  return {
    call: async (operationId, input, callOptions) => {
      const operation = contract.operations.get(operationId);
      if (operation === undefined) throw clientError('CLI-101', { operationId, count: contract.operations.size });
      const path = fillPath(operation, input.path ?? {});
      const { method } = operation;
      return dispatch(
        { operationId, method, path, query: queryText(input.query ?? {}), body: input.body },
        callOptions,
      );
    },
    probe: async (method, path, body, callOptions) =>
      dispatch({ operationId: null, method: method.toUpperCase(), path, query: {}, body }, callOptions),
    close: async () => {
      closed = true;
      deadlines.close();
      register.close();
      await agents.close();
    },
  };
}

function withinMs({ timeoutMs = 30_000 }: ClientOptions): number {
  return timeoutMs;
}

/** What every try passes on its way. */
function behavioursOf(options: ClientOptions, deadlines: Deadlines): Parameters<typeof compose>[0] {
  const { target, clock, ids } = options;
  const wrongKey = `wrong-${ids.hex(16)}`;
  const withhold = target.environment === 'production' ? withholdItems : (exchange: Exchange) => exchange;
  return {
    retry: retry(options.retryClock ?? clock),
    timeout: timeout(deadlines, withinMs(options)),
    'trace-context': traceContext(() => ids.hex(8), `axys-certify/${options.version}`),
    authentication: authentication((identity) => apiKeyOf(identity, target, wrongKey)),
    logging: logging(options.log ?? (() => undefined)),
    recording: recording(options.sink, ids, withhold, options.replayed ?? false),
  };
}
