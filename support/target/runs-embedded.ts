import type { Configuration } from '../config/configuration.js';

/** True for a configuration whose target is the emulator that this process starts for itself. */
export function runsEmbedded({
  environment,
  baseUrl,
  container,
}: Pick<Configuration, 'environment' | 'baseUrl' | 'container'>): boolean {
  return environment === 'emulator' && baseUrl === null && container === null;
}
