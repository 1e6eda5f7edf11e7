import { createSecureContext } from 'node:tls';
import { Agent } from 'undici';
import type { Clock } from '../config/clock.js';
import type { ClientCertificate } from '../config/client-certificate.js';
import type { Target } from '../target/target.js';
import type { Connection } from '../trace/connection.js';
import { clientConfigurationError } from './client-error.js';
import type { ConnectionSink, IdentityName } from './client.js';
import type { ClientIds } from './client-ids.js';
import type { ConnectionRegister } from './connection-register.js';
import { createConnector } from './connector.js';
import { certificateOf } from './identity.js';
import { largestBody } from './largest-body.js';

/** What pools are made of. */
export interface AgentOptions {
  readonly target: Target;
  readonly clock: Clock;
  readonly register: ConnectionRegister;
  readonly ids: Pick<ClientIds, 'connection'>;
  /** Whose server it is. */
  readonly server: Connection['server'];
  readonly sink: ConnectionSink;
}

/** One connection pool per identity, made when first used. */
export interface Agents {
  /** Rejects with CLI-105 or CLI-107 when the identity's certificate is missing or unusable. */
  of(identity: IdentityName): Promise<Agent>;
  close(): Promise<void>;
}

/**
 * Pools for a target. Identities never share connections: a pooled connection proves the certificate it was opened
 * with. undici's own timeouts are off, since the timeout interceptor keeps time on the injected clock.
 */
export function createAgents({ target, clock, register, ids, server, sink }: AgentOptions): Agents {
  const agents = new Map<IdentityName, Promise<Agent>>();
  const open = async (identity: IdentityName): Promise<Agent> => {
    const certificate = await certificateOf(identity, target, clock.now());
    if (certificate === undefined) throw clientConfigurationError('CLI-105', { identity });
    if (certificate !== null) requireUsable(identity, certificate);
    const connect = createConnector({
      serverCa: target.serverCa,
      certificate,
      proxy: target.proxy ?? null,
      clock,
      ownAuthority: server === 'own' || target.ownAuthority === true,
      onConnect: async (socket, facts) => {
        const id = ids.connection();
        await sink({ id, at: new Date(clock.now()).toISOString(), identity, server, ...facts });
        // Behind a proxy the socket's other end is the proxy: it must not pass for the target's address.
        const remoteAddress = `${facts.route === 'proxy' ? 'proxy ' : ''}${facts.remoteAddress}`;
        register.add(socket, { id, remoteAddress });
        return { id, remoteAddress };
      },
    });
    return new Agent({ connect, headersTimeout: 0, bodyTimeout: 0, maxResponseSize: largestBody, pipelining: 1 });
  };
  return {
    of: (identity) => {
      const agent = agents.get(identity) ?? open(identity);
      agents.set(identity, agent);
      return agent;
    },
    close: async () => {
      // Of an identity without a usable certificate no pool was opened; whoever asked for it was told.
      const opened = await Promise.allSettled(agents.values());
      await Promise.all(opened.flatMap((agent) => (agent.status === 'fulfilled' ? [agent.value.close()] : [])));
    },
  };
}

/** undici would meet an unusable certificate only while connecting, where it looks like a failure of the target. */
function requireUsable(identity: IdentityName, { certificate, privateKey, passphrase }: ClientCertificate): void {
  try {
    createSecureContext({ cert: certificate, key: privateKey, ...(passphrase === null ? {} : { passphrase }) });
  } catch (cause) {
    // OpenSSL names what is wrong, never what the key holds.
    const problem = cause instanceof Error ? cause.message.replace(/^.*:/, '') : 'not readable';
    throw clientConfigurationError('CLI-107', { identity, problem }, cause);
  }
}
