import type { ContainerSettings } from '../../config/container-settings.js';
import type { Engine } from './engine.js';
import type { EmulatorImage, ImageOrigin } from './image/emulator-image.js';

/** What a run's emulator ran in: `plan/container.json`. Holds no secret, and no value of a variable. */
export interface ContainerRecord {
  readonly image: {
    readonly name: string;
    /** Digest of its configuration. */
    readonly id: string;
    readonly origin: ImageOrigin;
    /** Bytes, base included. */
    readonly size: number;
  };
  readonly engine: { readonly version: string; readonly system: string; readonly architecture: string };
  readonly settings: Omit<ContainerSettings, 'environment'> & {
    /** Names of the variables it was given. */
    readonly environment: readonly string[];
  };
}

/** The record of a container. */
export function recordOf({ client }: Engine, image: EmulatorImage, settings: ContainerSettings): ContainerRecord {
  const { serverVersion, operatingSystem, architecture } = client.info.containerRuntime;
  return {
    image,
    engine: { version: String(serverVersion), system: operatingSystem, architecture },
    settings: { ...settings, environment: Object.keys(settings.environment) },
  };
}
