import type { Access } from './access.js';
import { bareAgent, bareCall } from './bare-client.js';
import { startWorker } from './worker.js';
import type { BareServerQuestion } from '../workers/bare-server-worker.js';
import type { EmulatorQuestion } from '../workers/emulator-worker.js';

/** A server in a process of its own. */
export interface MeasuredServer {
  readonly name: string;
  readonly access: Access;
  /** Microseconds of CPU (user and system) its process has used so far. */
  readonly cpuUs: () => Promise<number>;
}

/** The emulator, and a bare `node:https` server that answers everything with what the emulator says of a cardholder. */
export interface Servers {
  readonly emulator: MeasuredServer;
  readonly bare: MeasuredServer;
  end(): Promise<void>;
}

/** Starts both. Whoever starts them ends them. */
export async function startServers(): Promise<Servers> {
  const [emulating, serving] = [startWorker('emulator-worker'), startWorker('bare-server-worker')];
  const end = async () => {
    await Promise.all([emulating.end(), serving.end()]);
  };
  try {
    const access = await emulating.ask<Access>({ ask: 'access' } satisfies EmulatorQuestion);
    const agent = bareAgent(access);
    const answer = await bareCall(agent, access, { method: 'GET', path: `/cardholders/${access.cardholderId}` });
    await agent.close();
    const like = { ask: 'access', like: access, answer } satisfies BareServerQuestion;
    const cpuOf = (worker: typeof serving) => async () => {
      const { user, system } = await worker.ask<NodeJS.CpuUsage>({ ask: 'cpu' });
      return user + system;
    };
    return {
      emulator: { name: 'the emulator', access, cpuUs: cpuOf(emulating) },
      bare: { name: 'a bare node:https server', access: await serving.ask<Access>(like), cpuUs: cpuOf(serving) },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
