import { ownContainerSettings } from '../../../config/container-settings.js';
import type { ContainerRecord } from '../../../target/container/container-record.js';

/** What may differ from {@link aContainer}. */
export interface ContainerChange {
  readonly image?: Partial<ContainerRecord['image']>;
  readonly engine?: Partial<ContainerRecord['engine']>;
  readonly settings?: Partial<ContainerRecord['settings']>;
}

/** The record of a container of somebody else's image. */
export function aContainer({ image, engine, settings }: ContainerChange = {}): ContainerRecord {
  return {
    image: { name: 'their/emulator:3', id: `sha256:${'1'.repeat(64)}`, origin: 'given', size: 1000, ...image },
    engine: { version: '20.10.24', system: 'Debian', architecture: 'x86_64', ...engine },
    settings: { ...ownContainerSettings, environment: [], ...settings },
  };
}
