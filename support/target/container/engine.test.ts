import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContainerRuntimeClient } from 'testcontainers';
import { CodedError } from '../../messages/coded-error.js';
import { openEngine, type FindClient } from './engine.js';

/** An engine that is reached over a socket of this machine, or at a host. */
function engineAt(modem: object, host: string): FindClient {
  const client = { container: { dockerode: { modem } }, info: { containerRuntime: { host } } };
  return () => Promise.resolve(client as unknown as ContainerRuntimeClient);
}

const socket = { socketPath: '/run/docker.sock' };

describe('openEngine', () => {
  it('says in one line that no engine answers and what to do, with exit 78', async () => {
    const none: FindClient = () => Promise.reject(new Error('Could not find a working container runtime strategy'));
    await assert.rejects(openEngine(null, none), (error) => {
      assert.ok(error instanceof CodedError);
      assert.deepEqual([error.code, error.exit, error.next], ['CNT-101', 78, '']);
      assert.match(error.message, /^No container engine answers.*leave out --container/);
      assert.ok(!error.message.includes('\n'));
      return true;
    });
  });

  for (const [what, modem, host, asked, reached, publishOn] of [
    ['a local engine publishes on loopback', socket, 'localhost', null, '127.0.0.1', '127.0.0.1'],
    [
      'also inside a container, whose gateway is no address of ours',
      socket,
      '172.17.0.1',
      null,
      '127.0.0.1',
      '127.0.0.1',
    ],
    ['an engine elsewhere is reached at its own host', { host: 'docker' }, 'docker', null, 'docker', ''],
    ['at its address', { host: '10.0.0.5' }, '10.0.0.5', null, '10.0.0.5', '10.0.0.5'],
    ['the settings have the last word', socket, 'localhost', '172.17.0.1', '172.17.0.1', '172.17.0.1'],
    [
      'and a name is looked up by whoever calls',
      socket,
      'localhost',
      'host.docker.internal',
      'host.docker.internal',
      '',
    ],
  ] as const) {
    it(what, async () => {
      const engine = await openEngine(asked, engineAt(modem, host));
      assert.deepEqual([engine.host, engine.publishOn], [reached, publishOn]);
    });
  }
});
