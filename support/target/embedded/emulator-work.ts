import type { ClientCertificate } from '../../config/client-certificate.js';
import type { Profile } from '../../config/profile.js';
import type { SharedTime } from '../../config/shared-time.js';
import type { ServedSecrets } from '../../emulator/emulator.js';
import type { CrossingError } from '../../messages/crossing-error.js';

/** What the emulator of a run is started with. */
export interface EmulatorRequest {
  readonly seed: number;
  /** See `EmulatorOptions`. */
  readonly part: number;
  /** Emulated seconds per second. */
  readonly timeScale: number;
  readonly profile: Profile;
  /** The time of the run. */
  readonly time: SharedTime;
  /** Whether a production beside it is wanted. */
  readonly production: boolean;
}

/** How an emulator is reached. Secret. */
export interface EmulatorAccess {
  readonly url: string;
  readonly serverCa: string;
  readonly apiKey: string;
  readonly certificate: ClientCertificate;
  readonly nextCertificate: ClientCertificate;
}

/** An emulator that listens. */
export interface StartedEmulator extends EmulatorAccess {
  /** With the ids of what it seeded. */
  readonly profile: Profile;
  /** The production beside it; null where none was wanted. */
  readonly production: EmulatorAccess | null;
}

/**
 * What the thread of an emulator is asked to do, in the order in which it is asked: `prepare` makes everything that an emulator
 * with this profile needs, and may be left out; `make-stranger` makes a client certificate of an issuer that nobody knows.
 */
export type EmulatorWork =
  | { readonly does: 'start'; readonly request: EmulatorRequest }
  | { readonly does: 'prepare'; readonly profile: Profile }
  | { readonly does: 'make-stranger'; readonly now: number }
  | { readonly does: 'pass-idle-time' | 'tell-secrets' | 'close' };

/** What came of a work. */
export type EmulatorAnswer =
  | { readonly kind: 'started'; readonly emulator: StartedEmulator }
  | { readonly kind: 'certificate'; readonly certificate: ClientCertificate }
  | { readonly kind: 'secrets'; readonly secrets: ServedSecrets }
  | { readonly kind: 'done' };

/** What the thread says after each work. */
export type EmulatorOutcome = EmulatorAnswer | CrossingError;
