import { isIP } from 'node:net';
import type { Clock } from '../../config/clock.js';
import type { Configuration } from '../../config/configuration.js';
import type { ClientCertificate } from '../../config/client-certificate.js';
import type { Profile } from '../../config/profile.js';
import type { RandomBytes } from '../../config/random-bytes.js';
import type { ServerIdentity } from '../../emulator/http/server-identity.js';
import { createPki } from '../../emulator/pki/emulator-pki.js';
import { programsOf } from '../../emulator/serve-platform.js';

/** What a run calls an emulator in a container with, and what that is given. Secret, in memory only. */
export interface ContainerCredentials {
  readonly apiKey: string;
  readonly certificate: ClientCertificate;
  readonly nextCertificate: ClientCertificate | null;
  /** Authority of the server's certificate. */
  readonly serverCa: string;
  /** What the server is given; null where the image brings certificates of its own. */
  readonly server: ServerIdentity | null;
}

/** What credentials are made from. */
export interface CredentialCircumstances {
  /** Host name or address that the server's certificate names. */
  readonly host: string;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/**
 * Makes the credentials of a run against a container that is reached at `host`, which the server's certificate names beside
 * loopback. Where the configuration names a client certificate and the server's authority, the image brings its own: then
 * these are used and nothing but the API key is handed over.
 */
export async function credentialsFor(
  { apiKey, certificate, nextCertificate, serverCa }: Configuration,
  { host, profile, clock, randomBytes }: CredentialCircumstances,
): Promise<ContainerCredentials> {
  const key = apiKey ?? `axk_${Buffer.from(randomBytes(30)).toString('base64url')}`;
  if (certificate !== null && serverCa !== null) {
    return { apiKey: key, certificate, nextCertificate, serverCa, server: null };
  }
  const pki = await createPki(clock.now(), [{ type: isIP(host) === 0 ? 'dns' : 'ip', value: host }]);
  const { served } = programsOf(profile);
  const names = { tenant: served.tenant, program: served.name };
  return {
    apiKey: key,
    certificate: await pki.issueClient(names),
    nextCertificate: await pki.issueClient(names),
    serverCa: pki.authority,
    server: { authority: pki.authority, ...pki.server },
  };
}
