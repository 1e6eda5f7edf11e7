import type { Clock } from '../config/clock.js';
import type { Configuration, EnvironmentName } from '../config/configuration.js';
import type { RandomBytes } from '../config/random-bytes.js';
import type { SharedTime } from '../config/shared-time.js';
import type { Contract } from '../contract/contract.js';
import type { Validators } from '../contract/validators.js';
import type { NetworkFacts } from './derive-class.js';
import { systemNetwork } from './derive-class.js';
import { openEmbedded } from './embedded/embedded-target.js';
import { withOwnProduction } from './own-production.js';
import { openRemote } from './remote-target.js';
import type { Target } from './target.js';

/** What opening a target needs beside the configuration. */
export interface TargetOptions {
  /** The contract that an emulator in this thread serves: always our own, whatever the run is judged by. */
  readonly contract: Contract;
  /** Its validators, compiled. */
  readonly validators: Validators;
  readonly clock: Clock;
  /** Draws what a container is called with. */
  readonly randomBytes: RandomBytes;
  /** The same time for the thread of the embedded emulator; the clock's present time, running on, when not given. */
  readonly time?: SharedTime;
  readonly seed: number;
  /** Emulated seconds per second of the embedded emulator. */
  readonly timeScale: number;
  /** The shard of a divided run, whose embedded emulator makes nothing that another one makes; 0 for an undivided run. */
  readonly part?: number;
  readonly network?: NetworkFacts;
  /** Who a container is started for: the id of the run. */
  readonly startedFor?: string;
  /** Told what takes long before the target is there. */
  readonly tell?: (sentence: string) => void;
}

type Assembly = (
  configuration: Configuration,
  options: TargetOptions & Required<Pick<TargetOptions, 'network'>>,
) => Promise<Target>;

/** One assembly per environment; the emulator is embedded unless a base URL says where one runs, or a container is asked for. */
const assemblies: Readonly<Record<EnvironmentName, Assembly>> = {
  emulator: async (configuration, options) => {
    const { baseUrl, container } = configuration;
    if (baseUrl !== null) return openRemote(configuration, baseUrl, options);
    if (container === null) return openEmbedded(configuration, options);
    const { openContainer } = await import('./container/container-target.js');
    return openContainer(configuration, container, options);
  },
  staging: (configuration, options) => openRemote(configuration, configuration.baseUrl, options),
  production: (configuration, options) => openRemote(configuration, configuration.baseUrl, options),
};

/** Opens the system under test. The caller closes it. Opens no connection to a remote target. */
export async function openTarget(configuration: Configuration, options: TargetOptions): Promise<Target> {
  const open = assemblies[configuration.environment];
  const target = await open(configuration, { network: systemNetwork, part: 0, ...options });
  return withOwnProduction(target, configuration, options);
}
