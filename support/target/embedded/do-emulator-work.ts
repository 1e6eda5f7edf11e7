import { clockOf } from '../../config/shared-time.js';
import { systemClock } from '../../config/system-clock.js';
import type { Contract } from '../../contract/contract.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { compileValidators, type Validators } from '../../contract/validators.js';
import type { RunningEmulator } from '../../emulator/emulator.js';
import { identityStock } from '../../emulator/pki/identity-stock.js';
import type { IdentitySupply } from '../../emulator/pki/platform-identities.js';
import { certificateOfUnknownIssuer } from '../../emulator/pki/unknown-issuer.js';
import { identityNames, startEmulator } from '../../emulator/start-emulator.js';
import type {
  EmulatorAccess,
  EmulatorAnswer,
  EmulatorRequest,
  EmulatorWork,
  StartedEmulator,
} from './emulator-work.js';
import { unreachable } from '../../messages/unreachable.js';

/** Addresses that the embedded emulator admits: only this process talks to it. */
const loopbackIps = ['127.0.0.1', '::1'] as const;

/** What every emulator of a process serves. */
interface Served {
  readonly contract: Contract;
  readonly validators: Validators;
  readonly identities: IdentitySupply;
}

/**
 * Makes the one who does the works of a thread: one emulator after the other, each closed before the next is started. Throws
 * what `startEmulator` and `loadContract` throw.
 */
export function emulatorWorker(): (work: EmulatorWork) => Promise<EmulatorAnswer> {
  const stock = identityStock();
  let served: Promise<Served> | null = null;
  let running: RunningEmulator | null = null;
  const current = (): RunningEmulator => {
    if (running === null) throw new Error('no emulator was started');
    return running;
  };
  return async (work) => {
    switch (work.does) {
      case 'prepare':
        await (served ??= whatIsServed(stock.take));
        // The emulator's own, and those of the production beside it.
        await stock.fill(identityNames(work.profile), systemClock.now(), 2);
        return { kind: 'done' };
      case 'start':
        if (running !== null) throw new Error('an emulator runs already');
        running = await start(work.request, await (served ??= whatIsServed(stock.take)));
        return { kind: 'started', emulator: await told(running, work.request) };
      case 'pass-idle-time':
        current().passIdleTime();
        return { kind: 'done' };
      case 'make-stranger':
        return { kind: 'certificate', certificate: await certificateOfUnknownIssuer(work.now) };
      case 'tell-secrets':
        return { kind: 'secrets', secrets: current().servedSecrets() };
      case 'close':
        await running?.close();
        running = null;
        return { kind: 'done' };
      default:
        return unreachable(work, 'work');
    }
  };
}

/** Always our own contract, whatever the run is judged by. */
async function whatIsServed(identities: IdentitySupply): Promise<Served> {
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  return { contract, validators: compileValidators(contract), identities };
}

function start({ seed, part, timeScale, profile, time }: EmulatorRequest, served: Served): Promise<RunningEmulator> {
  return startEmulator({
    ...{ ...served, seed, part, timeScale, profile },
    ...{ port: 0, production: false, faults: [], allowIps: loopbackIps, accessLog: null, clock: clockOf(time) },
  });
}

async function told(emulator: RunningEmulator, { production }: EmulatorRequest): Promise<StartedEmulator> {
  const { profile } = emulator;
  return { ...accessOf(emulator), profile, production: production ? accessOf(await emulator.openProduction()) : null };
}

function accessOf({ url, serverCa, apiKey, certificate, nextCertificate }: RunningEmulator): EmulatorAccess {
  return { url, serverCa, apiKey, certificate, nextCertificate };
}
