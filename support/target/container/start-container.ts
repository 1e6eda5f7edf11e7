import type { StartedTestContainer } from 'testcontainers';
import type { ContainerSettings } from '../../config/container-settings.js';
import { errorsOf } from '../../messages/coded-error.js';
import { containerMessages } from '../../messages/container-messages.js';
import { ContainerLog } from './container-log.js';
import { credentialArchive, type HandedFile } from './credential-archive.js';
import type { Engine } from './engine.js';
import { fillPlaceholders, type PlaceholderValues } from './fill-placeholders.js';
import { labelsOf, type ContainerOwner } from './labels.js';
import { removeContainersOf } from './sweep-containers.js';

const cannot = errorsOf(containerMessages, 'configuration');

/** Lines of the container's log that an error quotes. */
const quoted = 5;

/** Milliseconds a container has to end by itself before it is killed. */
const graceMs = 3000;

/** One container to start. */
export interface ContainerOrder {
  /** Name of the image; the engine has it. */
  readonly image: string;
  readonly settings: ContainerSettings;
  readonly owner: ContainerOwner;
  /** Secret. */
  readonly files: readonly HandedFile[];
  readonly values: PlaceholderValues;
  /** Masks what a message shows of the container's log. */
  readonly mask: (text: string) => string;
}

/** A container that is ready. Whoever starts it closes it. */
export interface RunningContainer {
  /** Port on {@link Engine.host} that leads to a port inside. */
  portOf(inside: number): number;
  readonly log: ContainerLog;
  /** Ends what runs in it, so that its log is whole. It is still there. */
  stop(): Promise<void>;
  /** Removes it with the credentials it was given; safe to call twice. */
  remove(): Promise<void>;
}

/**
 * Starts a container and waits until it is ready. Throws CNT-104 when it does not become so, with what it said last, and
 * CNT-105 when the engine refuses it (78); nothing of it is left then.
 */
export async function startContainer(engine: Engine, order: ContainerOrder): Promise<RunningContainer> {
  const { EmulatorContainer, waitFor } = await import('./emulator-container.js');
  const { image, settings, owner, files, values } = order;
  const { credentials, environment, command, readiness, startSeconds, port, backChannel } = settings;
  const log = new ContainerLog();
  const ports = backChannel === null ? [port] : [port, backChannel];
  const container = new EmulatorContainer(image, { settings, ports, publishOn: engine.publishOn })
    .withLabels(labelsOf(owner))
    .withCopyArchivesToContainer([{ tar: credentialArchive(files, credentials.owner), target: credentials.folder }])
    .withEnvironment(
      Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, fillPlaceholders(text, values)])),
    )
    .withLogConsumer((stream) => log.follow(stream))
    .withWaitStrategy(waitFor(readiness, startSeconds));
  if (command !== null) container.withCommand(command.map((text) => fillPlaceholders(text, values)));
  let started: StartedTestContainer;
  try {
    started = await container.start();
  } catch (error) {
    await removeContainersOf(engine, owner);
    const problem = sentence(error);
    if (!container.isStarted) throw cannot('CNT-105', { image, problem }, error);
    await log.whole();
    const said = order.mask(log.text(quoted)).trim() || '(nothing)';
    throw cannot('CNT-104', { image, seconds: startSeconds, problem, said: `\n${said}` }, error);
  }
  return {
    log,
    portOf: (inside) => started.getMappedPort(inside),
    stop: async () => {
      await started.stop({ timeout: graceMs, remove: false });
      await log.whole();
    },
    remove: () => removeContainersOf(engine, owner),
  };
}

/** The library's own words on one line; it repeats regular expressions and ids, and never a file it copies. */
function sentence(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
