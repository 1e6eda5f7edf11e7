import { GenericContainer, Wait, type WaitStrategy } from 'testcontainers';
import type { ContainerSettings, Readiness } from '../../config/container-settings.js';

/** What a container is allowed. */
export interface Confinement {
  readonly settings: Pick<ContainerSettings, 'readOnly' | 'temporary' | 'credentials'>;
  /** Ports inside the container that are published. */
  readonly ports: readonly number[];
  /** Address they are published on; empty for all. */
  readonly publishOn: string;
}

/** The most processes it may have; the emulator is one, its health check another. */
const mostProcesses = 64;

/**
 * A container with as little as the emulator needs: no capability, no new privilege, no writable file system but memory, and
 * ports on one address. The credentials lie in an anonymous volume, which goes with the container and is in no layer.
 */
export class EmulatorContainer extends GenericContainer {
  constructor(image: string, { settings, ports, publishOn }: Confinement) {
    super(image);
    this.withExposedPorts(...ports);
    this.hostConfig = {
      ...this.hostConfig,
      PortBindings: Object.fromEntries(ports.map((port) => [`${port}/tcp`, [{ HostIp: publishOn, HostPort: '0' }]])),
      ReadonlyRootfs: settings.readOnly,
      Tmpfs: Object.fromEntries(settings.temporary.map((folder) => [folder, 'rw,noexec,nosuid,size=16m'])),
      Mounts: [{ Type: 'volume', Source: '', Target: settings.credentials.folder }],
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      PidsLimit: mostProcesses,
    };
    // Their reaper is a container of its own, from a registry, with the engine's socket in it. We sweep by label instead.
    this.withAutoCleanup(false);
    this.withAutoRemove(false);
  }

  /** True once the engine runs it: what fails later is the container's own doing. */
  isStarted = false;

  protected override containerStarting(): Promise<void> {
    this.isStarted = true;
    return Promise.resolve();
  }
}

/** Readiness as testcontainers waits for it. `seconds` until it must be reached. */
export function waitFor(readiness: Readiness, seconds: number): WaitStrategy {
  return strategyOf(readiness).withStartupTimeout(seconds * 1000);
}

function strategyOf(readiness: Readiness): WaitStrategy {
  if ('log' in readiness) return Wait.forLogMessage(new RegExp(readiness.log));
  return 'healthcheck' in readiness ? Wait.forHealthCheck() : Wait.forListeningPorts();
}
