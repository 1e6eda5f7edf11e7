import { isIP } from 'node:net';
import type { ContainerRuntimeClient } from 'testcontainers';
import { errorsOf } from '../../messages/coded-error.js';
import { containerMessages } from '../../messages/container-messages.js';

const cannot = errorsOf(containerMessages, 'configuration');

/** A container engine that answers, and where what it publishes is reached. */
export interface Engine {
  readonly client: ContainerRuntimeClient;
  /** Host name or address of published ports. */
  readonly host: string;
  /** Address of the engine's machine to publish on; empty for all of them, which only an engine elsewhere needs. */
  readonly publishOn: string;
}

/** Finds the client of an engine; rejects when none answers. */
export type FindClient = () => Promise<ContainerRuntimeClient>;

const findClient: FindClient = async () => {
  // Loaded only here: a run without a container does without the client of an engine.
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient();
};

/**
 * Finds the container engine, as testcontainers does: DOCKER_HOST, its properties file, the usual sockets. An engine on this
 * machine publishes on loopback only. `host` overrides where its ports are reached. Throws CNT-101 (78) when none answers.
 */
export async function openEngine(host: string | null, find: FindClient = findClient): Promise<Engine> {
  const client = await find().catch((error: unknown) => {
    throw cannot('CNT-101', {}, error);
  });
  const { socketPath } = client.container.dockerode.modem as { readonly socketPath?: string };
  // Trap: inside a container testcontainers takes the gateway of the bridge for the engine's host, which is right only where
  // the socket was mounted from outside; nothing tells these apart, and loopback is what is published on.
  const reached = host ?? (socketPath === undefined ? client.info.containerRuntime.host : '127.0.0.1');
  const address = reached === 'localhost' ? '127.0.0.1' : reached;
  return { client, host: address, publishOn: isIP(address) === 0 ? '' : address };
}
