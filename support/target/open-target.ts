import type { Configuration } from '../config/configuration.js';
import type { EnvironmentName } from '../config/environment-name.js';
import { systemNetwork } from './derive-class.js';
import { openEmbedded } from './embedded/embedded-target.js';
import { withOwnProduction } from './own-production.js';
import { openRemote } from './remote-target.js';
import type { TargetOptions } from './target-options.js';
import type { Target } from './target.js';

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
