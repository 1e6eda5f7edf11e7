import type { ClientCertificate } from './client-certificate.js';
import type { EnvironmentName } from './environment-name.js';
import type { ContainerChoice } from './load-container.js';
import type { Profile } from './profile.js';
import type { Proxy } from './proxy.js';
import type { DocumentDigests, RunSettings } from './run-settings.js';

/**
 * Everything a run is configured by: environment, env-file, profile and flags merged, checked and frozen.
 * Only `support/config` reads the environment and the configuration files.
 */
export interface Configuration {
  readonly environment: EnvironmentName;
  /** Base URL including `/v2`; null when the embedded emulator is to start itself. */
  readonly baseUrl: URL | null;
  /** Null when the embedded emulator generates it. */
  readonly apiKey: string | null;
  /** Null when the embedded emulator generates it. */
  readonly certificate: ClientCertificate | null;
  /** The rotation's second certificate (TM-65), or null. */
  readonly nextCertificate: ClientCertificate | null;
  /** Extra certificate authority for the server's certificate, PEM, or null. */
  readonly serverCa: string | null;
  /** Proxy on the way to the base URL, or null. Never one for a loopback target. */
  readonly proxy: Proxy | null;
  /** Null when no profile is given: the target's built-in profile applies. */
  readonly profile: Profile | null;
  /** File of the contract, absolute. */
  readonly contractPath: string;
  /** File of the overlay, absolute, or null. */
  readonly overlayPath: string | null;
  /** True when AXYS_CONTRACT names an official document: unmarked parts count as documented. */
  readonly contractGiven: boolean;
  /** The documents this run is configured with. */
  readonly documents: DocumentDigests;
  /** Production's settings, from the env-file that TM-75 compares with; null when none is named. Secret. */
  readonly production: RunSettings | null;
  readonly signingKeyPath: string | null;
  /** The container to run the emulator in; null runs it in this process, or where the base URL says. */
  readonly container: ContainerChoice | null;
  /** Hosts admitted by `--allow-host`, normalised. */
  readonly allowedHosts: readonly string[];
}
