import { hostname } from 'node:os';
import type { Clock } from '../../config/clock.js';
import type { Configuration } from '../../config/configuration.js';
import { baseProfile } from '../../config/default-profile.js';
import { documentedOwner, normalisedHost } from '../../config/hosts.js';
import type { ContainerChoice } from '../../config/load-container.js';
import { errorsOf } from '../../messages/coded-error.js';
import { containerMessages } from '../../messages/container-messages.js';
import { refusalMessages } from '../../messages/guard-messages.js';
import { systemProcesses } from '../../config/processes.js';
import type { TargetOptions } from '../target-options.js';
import { productionBeside } from '../own-production.js';
import type { Target } from '../target.js';
import { connectBackChannel, type BackChannel } from './connect-back-channel.js';
import { handedContents } from './credential-archive.js';
import { openEngine, type Engine } from './engine.js';
import { emulatorImage } from './image/emulator-image.js';
import type { ContainerOwner } from './labels.js';
import { credentialsFor } from './made-credentials.js';
import { maskerOf } from './mask-log.js';
import { recordOf } from './container-record.js';
import { startContainer, type RunningContainer } from './start-container.js';
import { sweepContainers } from './sweep-containers.js';

const cannot = errorsOf(containerMessages, 'configuration');
const refused = errorsOf(refusalMessages, 'refused');

/**
 * Runs the emulator in a container and puts it behind the target's interface. Removes first what dead runs left. Throws
 * coded errors (78) for what cannot be had here, 77 for a host that belongs to a documented environment; nothing is left
 * running then.
 */
export async function openContainer(
  configuration: Configuration,
  choice: ContainerChoice,
  options: TargetOptions,
): Promise<Target> {
  const { settings } = choice;
  const { clock, randomBytes } = options;
  const engine = await openEngine(settings.host);
  const url = (port: number) => new URL(`https://${urlHost(engine.host)}:${port}/v2`);
  requireOwnHost(url(settings.port), configuration);
  const owner: ContainerOwner = {
    run: options.startedFor ?? `axys-certify-${process.pid}`,
    ...{ process: await systemProcesses.own(), machine: hostname() },
  };
  const tell = options.tell ?? (() => undefined);
  const swept = await sweepContainers(engine, {
    ...{ processes: systemProcesses, machine: owner.machine, now: clock.now() },
  });
  if (swept.length > 0) tell(`removed the containers that dead runs left: ${swept.join(', ')}`);
  const image = await emulatorImage(engine, choice.image, tell);
  const profile = configuration.profile ?? baseProfile(configuration);
  const made = await credentialsFor(configuration, { host: engine.host, profile, clock, randomBytes });
  const container = await startContainer(engine, {
    ...{ image: image.name, settings, owner, files: handedContents(settings.credentials, made, profile) },
    values: {
      ...{ port: String(settings.port), backChannel: String(settings.backChannel ?? 0) },
      ...{ folder: settings.credentials.folder, seed: String(options.seed), part: String(options.part ?? 0) },
      timeScale: String(options.timeScale),
    },
    mask: maskerOf(made, randomBytes),
  });
  try {
    const beside = await backChannelOf({ engine, container, choice, image: image.name, made, clock });
    const { certificate, nextCertificate, apiKey, serverCa, server } = made;
    let closed: Promise<void> | null = null;
    return {
      ...{ environment: configuration.environment, class: 'emulator', baseUrl: url(container.portOf(settings.port)) },
      ...{ apiKey, certificate, nextCertificate, serverCa: [serverCa], profile: beside?.profile ?? profile },
      ...(server === null ? {} : { ownAuthority: true as const }),
      production: configuration.production ?? (await productionBeside(configuration, options)),
      ...(beside === null ? {} : { passIdleTime: () => toldIdle(beside) }),
      container: {
        record: recordOf(engine, image, settings),
        wholeLog: async () => {
          await container.stop();
          return container.log.text();
        },
      },
      close: () => (closed ??= Promise.all([beside?.close(), container.remove()]).then(() => undefined)),
    };
  } catch (error) {
    await container.remove();
    throw error;
  }
}

/** The guard's word on an address that only the engine knows: never a documented environment under another name. */
function requireOwnHost(url: URL, { environment }: Configuration): void {
  const owner = documentedOwner(normalisedHost(url));
  if (owner !== null) throw refused('GRD-103', { host: url.hostname, owner, environment });
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Said, and not answered: the emulator takes it up as soon as it comes. */
function toldIdle(beside: BackChannel): Promise<void> {
  beside.passIdleTime();
  return Promise.resolve();
}

/** What the back channel is opened with. */
interface Beside {
  readonly engine: Engine;
  readonly container: RunningContainer;
  readonly choice: ContainerChoice;
  readonly image: string;
  readonly made: Awaited<ReturnType<typeof credentialsFor>>;
  readonly clock: Clock;
}

async function backChannelOf({ engine, container, choice, image, made, clock }: Beside): Promise<BackChannel | null> {
  const { backChannel, startSeconds } = choice.settings;
  if (backChannel === null) return null;
  const { certificate, serverCa } = made;
  const place = { host: engine.host, port: container.portOf(backChannel), withinMs: startSeconds * 1000, clock };
  return connectBackChannel({ ...place, certificate, serverCa }).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error);
    throw cannot('CNT-106', { image, port: backChannel, problem }, error);
  });
}
