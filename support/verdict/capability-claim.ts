import type { Capabilities } from '../config/profile.js';

/** A "not supported" of the program profile, held against what the target showed. */
export interface CapabilityClaim {
  readonly capability: keyof Capabilities;
  /** `contradicted`: the target showed what the profile denies. `not-probed`: nothing harmless would show it. */
  readonly outcome: 'upheld' | 'contradicted' | 'not-probed';
  /** How it was looked at and what came, or why it was not; without sensitive values. */
  readonly finding: string;
}
