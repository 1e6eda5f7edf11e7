import type { Configuration } from '../../config/configuration.js';
import { sharedTime } from '../../config/shared-time.js';
import type { TargetOptions } from '../target-options.js';
import { settingsOfProduction } from '../own-production.js';
import type { EmbeddedTarget } from '../target.js';
import { embeddedProfile } from './embedded-profile.js';
import type { EmulatorBeside } from './emulator-beside.js';
import type { EmulatorRequest } from './emulator-work.js';
import { giveBackThread, takeThread } from './spare-thread.js';

/**
 * Starts the emulator in a thread of this process and puts it behind the target's interface. Throws what `startEmulator`
 * throws, and EMU-301 (exit 3) when the thread breaks, as everything that asks it does from then on.
 */
export async function openEmbedded(configuration: Configuration, options: TargetOptions): Promise<EmbeddedTarget> {
  const thread = takeThread();
  try {
    return await started(thread, configuration, options);
  } catch (error) {
    await thread.end();
    throw error;
  }
}

async function started(
  thread: EmulatorBeside,
  configuration: Configuration,
  { seed, part = 0, timeScale, clock, time = sharedTime(clock) }: TargetOptions,
): Promise<EmbeddedTarget> {
  const { environment, production } = configuration;
  const profile = embeddedProfile(configuration);
  const request: EmulatorRequest = { seed, part, timeScale, profile, time, production: production === null };
  const { emulator } = await thread.ask({ does: 'start', request }, 'started');
  const beside = emulator.production === null ? production : settingsOfProduction(emulator.production, configuration);
  let closed: Promise<void> | null = null;
  return {
    environment,
    class: 'emulator',
    baseUrl: new URL(emulator.url),
    apiKey: emulator.apiKey,
    certificate: emulator.certificate,
    nextCertificate: emulator.nextCertificate,
    serverCa: [emulator.serverCa],
    ownAuthority: true,
    profile: emulator.profile,
    ...(beside === null ? {} : { production: beside }),
    unknownIssuer: async (now) => (await thread.ask({ does: 'make-stranger', now }, 'certificate')).certificate,
    passIdleTime: async () => {
      await thread.ask({ does: 'pass-idle-time' }, 'done');
    },
    servedSecrets: async () => (await thread.ask({ does: 'tell-secrets' }, 'secrets')).secrets,
    lost: thread.lost,
    close: () => (closed ??= close(thread)),
  };
}

/** A thread that broke has nothing left to close; whoever needed it has been told. */
async function close(thread: EmulatorBeside): Promise<void> {
  if (thread.lost.aborted) return;
  await thread.ask({ does: 'close' }, 'done').catch((error: unknown) => {
    if (!thread.lost.aborted) throw error;
  });
  giveBackThread(thread);
}
