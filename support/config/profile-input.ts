import type { Capabilities, Profile, Timing } from './profile.js';

/** A profile as written in a file: only `program` is required, the rest comes from a base profile. */
export interface ProfileInput extends Partial<Omit<Profile, 'program' | 'capabilities' | 'timing'>> {
  readonly program: string;
  readonly capabilities?: Partial<Capabilities>;
  readonly timing?: Partial<Timing>;
}

/** Lays the written profile over a base; `capabilities` and `timing` merge member by member, lists replace. */
export function mergeProfile(base: Profile, written: ProfileInput): Profile {
  return {
    ...base,
    ...written,
    capabilities: { ...base.capabilities, ...written.capabilities },
    timing: { ...base.timing, ...written.timing },
  };
}
