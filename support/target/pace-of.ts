import type { Configuration } from '../config/configuration.js';
import { defaultTimeScale, embeddedTimeScale } from '../emulator/timing/delays.js';

/**
 * Emulated seconds per second of an emulator that a run starts. One that is told of idle time leaps then and runs slowly in
 * between; one that is not, because its image has no back channel, must run fast all the time.
 */
export function paceOf({ container }: Pick<Configuration, 'container'>): number {
  const settings = container?.settings;
  return settings?.timeScale ?? (settings?.backChannel === null ? defaultTimeScale : embeddedTimeScale);
}
