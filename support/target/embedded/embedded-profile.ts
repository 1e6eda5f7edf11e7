import type { Configuration } from '../../config/configuration.js';
import { defaultProfile } from '../../config/default-profile.js';
import type { Profile } from '../../config/profile.js';

/** The profile that the embedded emulator of a configuration serves. */
export function embeddedProfile({
  profile,
  environment,
  baseUrl,
}: Pick<Configuration, 'profile' | 'environment' | 'baseUrl'>): Profile {
  return profile ?? defaultProfile(environment, baseUrl);
}
