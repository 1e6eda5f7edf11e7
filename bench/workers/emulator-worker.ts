import type { Clock } from '../../support/config/clock.js';
import { systemClock } from '../../support/config/system-clock.js';
import { ownContractPath } from '../../support/config/own-contract-path.js';
import { loadContract } from '../../support/contract/load-contract.js';
import type { RunningEmulator } from '../../support/emulator/emulator.js';
import { startEmulator } from '../../support/emulator/start-emulator.js';
import type { Access } from '../measure/access.js';
import { bareAgent, bareCall } from '../measure/bare-client.js';
import { somebody } from '../measure/somebody.js';
import { answerQuestions } from '../measure/worker.js';

/** Questions: an access to the emulator, or the microseconds of CPU it has used so far. */
export type EmulatorQuestion = { readonly ask: 'access' } | { readonly ask: 'cpu' };

/** The emulator admits 600 calls a second of its real time; here a second has a hundred of them. */
const began = systemClock.now();
const hasty: Clock = { ...systemClock, now: () => began + (systemClock.now() - began) * 100 };

let running: Promise<RunningEmulator> | null = null;

async function start(): Promise<RunningEmulator> {
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  return startEmulator({
    ...{ contract, port: 0, seed: 1, timeScale: 1, production: false, faults: [], allowIps: ['127.0.0.1', '::1'] },
    ...{ profile: null, accessLog: null, clock: hasty },
  });
}

async function accessOf({ url, serverCa, apiKey, certificate }: RunningEmulator): Promise<Access> {
  const access = { url, serverCa, apiKey, ...certificate, cardholderId: 0 };
  const agent = bareAgent(access);
  const made = await bareCall(agent, access, { method: 'POST', path: '/cardholders', body: somebody(0) });
  await agent.close();
  return { ...access, cardholderId: (made as { cardholderId: number }).cardholderId };
}

answerQuestions(
  async ({ ask }: EmulatorQuestion) => {
    if (ask === 'cpu') return process.cpuUsage();
    return accessOf(await (running ??= start()));
  },
  async () => (await running)?.close(),
);
