import type { ClientCertificate } from '../../config/client-certificate.js';
import { emulatorAuthority } from './emulator-authority.js';
import { type Identity, type IdentityRequest, makeIdentity, pemOf } from './identity.js';

/** Host names a client certificate speaks for; the emulator only ever sees loopback. */
const loopbackNames = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
  { type: 'ip', value: '::1' },
] as const;

/** Names a client certificate carries: O is the Tenant, OU the Program. Source: docs/mtls-certificates-and-csr. */
export interface ProgramNames {
  readonly tenant: string;
  readonly program: string;
}

/** The emulator's certificates, made at start and never written by it. */
export interface EmulatorPki {
  /** The authority's certificate, PEM: clients trust it, the server accepts only its client certificates. */
  readonly authority: string;
  readonly server: { readonly certificate: string; readonly privateKey: string };
  /** Signs another client certificate of a Program; each call makes a fresh key, as a renewal does. */
  issueClient(names: ProgramNames): Promise<ClientCertificate>;
}

/** A name or address that a certificate speaks for. */
export type AlternativeName = IdentityRequest['alternativeNames'][number];

/**
 * Makes the authority and the server certificate, which names loopback and whatever else the server is reached at. `now` is
 * real time: TLS compares against it.
 */
export async function createPki(now: number, reachedAt: readonly AlternativeName[] = []): Promise<EmulatorPki> {
  const authority = await makeIdentity(
    { subject: [{ CN: emulatorAuthority }], serialNumber: '01', alternativeNames: [], usage: 'authority', now },
    null,
  );
  const server = await makeIdentity(
    {
      subject: [{ CN: 'localhost' }],
      serialNumber: '02',
      alternativeNames: serverNames(reachedAt),
      usage: 'server',
      now,
    },
    authority,
  );
  let issued = 2;
  return {
    authority: (await pemOf(authority)).certificate,
    server: await pemOf(server),
    issueClient: (names) => issueClient(names, authority, (issued += 1), now),
  };
}

function serverNames(reachedAt: readonly AlternativeName[]): readonly AlternativeName[] {
  const others = reachedAt.filter(({ value }) => loopbackNames.every((name) => name.value !== value));
  return [...loopbackNames, ...others];
}

async function issueClient(
  names: ProgramNames,
  authority: Identity,
  serial: number,
  now: number,
): Promise<ClientCertificate> {
  const client = await makeIdentity(
    {
      subject: [{ O: names.tenant }, { OU: names.program }, { CN: 'localhost' }],
      serialNumber: serial.toString(16).padStart(2, '0'),
      alternativeNames: loopbackNames,
      usage: 'client',
      now,
    },
    authority,
  );
  return { ...(await pemOf(client)), passphrase: null };
}
