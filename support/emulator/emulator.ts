import type { Clock } from '../config/clock.js';
import type { ClientCertificate } from '../config/client-certificate.js';
import type { Profile } from '../config/profile.js';
import type { Contract } from '../contract/contract.js';
import type { Validators } from '../contract/validators.js';
import type { Admitted } from './http/allowlist.js';
import type { IdentitySupply } from './pki/platform-identities.js';
import type { Variation } from './variations/variation.js';

/** How an emulator is started. */
export interface EmulatorOptions {
  /** The contract that routes and request checks come from. */
  readonly contract: Contract;
  /** The contract's validators when somebody compiled them already; compiled at start otherwise. */
  readonly validators?: Validators;
  /** 0 picks a free port. */
  readonly port: number;
  /** Same seed, same ids, names, keys and outcomes. */
  readonly seed: number;
  /**
   * Which of several emulators of one divided run this is, 1 and up: the Programs are the same in all of them, and what is made
   * in one has ids and codes of its own. 0 or absent where there is one alone.
   */
  readonly part?: number;
  /** Emulated seconds per second. */
  readonly timeScale: number;
  /** Answer 404 to `/staging/*`. */
  readonly production: boolean;
  /** Ids of seeded faults; unknown ids are refused. */
  readonly faults: readonly string[];
  /** Ids of legal variations to play; unknown ids are refused. */
  readonly vary?: readonly string[];
  /** Goes around everything that answers, legal variations included; nothing does when not given. */
  readonly around?: Variation;
  /** Client addresses admitted by the allowlist. */
  readonly allowIps: Admitted;
  /** Program profile to serve; null serves the built-in one. */
  readonly profile: Profile | null;
  /** Masked NDJSON access log, or null. */
  readonly accessLog: string | null;
  readonly clock: Clock;
  /** Where its certificates come from, and those of the production beside it; made at start when not given. */
  readonly identities?: IdentitySupply;
}

/** A running emulator. Whoever starts it closes it. */
export interface RunningEmulator {
  /** `https://127.0.0.1:PORT/v2`. */
  readonly url: string;
  readonly serverCa: string;
  readonly apiKey: string;
  readonly certificate: ClientCertificate;
  readonly nextCertificate: ClientCertificate;
  /** Credentials of the neighbour Program, for tests of isolation. Secret. */
  readonly foreignProgram: { readonly apiKey: string; readonly certificate: ClientCertificate };
  /** Profile of the served Program: programId, fundedWalletId, foreignCardholderId and webhookUrl filled in. */
  readonly profile: Profile;
  /** The production beside it: the same Program with other credentials, at another address, without simulations. Started when first asked for, ended with it. */
  openProduction(): Promise<RunningEmulator>;
  /** Told that its only client is about to wait between two reads: its time runs ahead meanwhile. */
  passIdleTime(): void;
  /** How often each legal variation it plays has made a difference so far, by id. */
  readonly altered: ReadonlyMap<string, number>;
  /** The secrets served so far, for the test that proves none of them leaked. In memory only. */
  servedSecrets(): ServedSecrets;
  close(): Promise<void>;
}

/** Every secret an emulator handed out. */
export interface ServedSecrets {
  readonly apiKeys: readonly string[];
  readonly pans: readonly string[];
  readonly cvvs: readonly string[];
  readonly pins: readonly string[];
  readonly otps: readonly string[];
}
