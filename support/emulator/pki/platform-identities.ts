import type { ClientCertificate } from '../../config/client-certificate.js';
import { createPki, type EmulatorPki, type ProgramNames } from './emulator-pki.js';

/** The certificates of one emulated platform. Secret. */
export interface PlatformIdentities extends Pick<EmulatorPki, 'authority' | 'server'> {
  readonly certificate: ClientCertificate;
  readonly nextCertificate: ClientCertificate;
  /** The neighbour Program's. */
  readonly foreignCertificate: ClientCertificate;
}

/** Whom the client certificates of a platform are made for. */
export interface IdentityNames {
  readonly served: ProgramNames;
  readonly neighbour: ProgramNames;
}

/** Gives each platform certificates of its own. `now` is real time, milliseconds since the Unix epoch. */
export type IdentitySupply = (names: IdentityNames, now: number) => Promise<PlatformIdentities>;

/** Makes the certificates of a platform, with an authority of its own. */
export const makeIdentities: IdentitySupply = async ({ served, neighbour }, now) => {
  const pki = await createPki(now);
  const { authority, server } = pki;
  const certificate = await pki.issueClient(served);
  const nextCertificate = await pki.issueClient(served);
  return { authority, server, certificate, nextCertificate, foreignCertificate: await pki.issueClient(neighbour) };
};
