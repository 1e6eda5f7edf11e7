import type { ClientCertificate } from '../config/client-certificate.js';
import type { EnvironmentName } from '../config/environment-name.js';
import type { Profile } from '../config/profile.js';
import type { Proxy } from '../config/proxy.js';
import type { RunSettings } from '../config/run-settings.js';
import type { ServedSecrets } from '../emulator/emulator.js';
import type { ContainerRecord } from './container/container-record.js';

/** What the target really is, derived from facts (who started it, where it resolves), not from its name. */
export type TargetClass = 'emulator' | 'loopback' | 'real';

/**
 * The system under test behind one interface. Steps never ask which one it is. Whoever opens a target closes it.
 */
export interface Target {
  readonly environment: EnvironmentName;
  readonly class: TargetClass;
  /** Base URL including `/v2`, without trailing slash. */
  readonly baseUrl: URL;
  readonly apiKey: string;
  readonly certificate: ClientCertificate;
  readonly nextCertificate: ClientCertificate | null;
  /** Certificate authorities for the server's certificate (PEM); empty means the system's own. */
  readonly serverCa: readonly string[];
  /** Proxy on the way there; without one the target is reached directly. */
  readonly proxy?: Proxy;
  readonly profile: Profile;
  /** What production would be configured with, for the comparison of TM-75; absent where nobody says. Secret, never connected to. */
  readonly production?: RunSettings;
  /** Set where this process made the authority of the target's server certificate. */
  readonly ownAuthority?: true;
  /** The container this process started for the target. */
  readonly container?: TargetContainer;
  /**
   * Makes a client certificate of an issuer that no platform knows, valid at a time (milliseconds since the Unix epoch), where
   * something beside the run makes certificates anyway; the client makes it where this is absent.
   */
  readonly unknownIssuer?: (now: number) => Promise<ClientCertificate>;
  /**
   * Told before each wait between two reads; has taken effect when it resolves. Only an emulator that this run started has a
   * time that can run ahead meanwhile.
   */
  readonly passIdleTime?: () => Promise<void>;
  /** Aborted with a coded error when what this process started for the target has broken: nothing can be said with it any more. */
  readonly lost?: AbortSignal;
  /** Ends what the target started (the embedded emulator); safe to call twice. */
  close(): Promise<void>;
}

/** A container that a target runs in. */
export interface TargetContainer {
  readonly record: ContainerRecord;
  /** Ends what runs in it and gives everything it printed, raw: to be masked before anybody sees it. */
  wholeLog(): Promise<string>;
}

/** True for a target inside this process, in a thread of its own. */
export function isEmbedded(target: Target): target is EmbeddedTarget {
  return 'servedSecrets' in target;
}

/** A target this process started itself; it can name every secret it served, for the proof that none leaked. */
export interface EmbeddedTarget extends Target {
  /** In memory only. */
  servedSecrets(): Promise<ServedSecrets>;
}
