import type { ClientCertificate } from '../config/client-certificate.js';
import type { Target } from '../target/target.js';
import type { IdentityName } from './client.js';

type CertificateChoice = 'current' | 'next' | 'unknown' | 'none';
type KeyChoice = 'valid' | 'none' | 'wrong';

/** What an identity shows to the target: one row per {@link IdentityName}. */
export interface Identity {
  readonly certificate: CertificateChoice;
  readonly key: KeyChoice;
}

/**
 * The identities. Each varies exactly one authentication layer from the Program's own, so that a refusal proves that
 * layer. Source: docs/authentication-and-environments, docs/guide-rotate-mtls-certificates.
 */
const identities: Readonly<Record<IdentityName, Identity>> = {
  program: { certificate: 'current', key: 'valid' },
  'next-certificate': { certificate: 'next', key: 'valid' },
  'no-certificate': { certificate: 'none', key: 'valid' },
  'unknown-issuer': { certificate: 'unknown', key: 'valid' },
  'no-key': { certificate: 'current', key: 'none' },
  'wrong-key': { certificate: 'current', key: 'wrong' },
};

/** What makes certificates takes a while to load, and one call of a run needs it here. */
async function madeHere(now: number): Promise<ClientCertificate> {
  const { certificateOfUnknownIssuer } = await import('../emulator/pki/unknown-issuer.js');
  return certificateOfUnknownIssuer(now);
}

/** Certificate an identity shows at `now`; null when it shows none, undefined when the target has none to show. */
export async function certificateOf(
  identity: IdentityName,
  target: Target,
  now: number,
): Promise<ClientCertificate | null | undefined> {
  const choice = identities[identity].certificate;
  switch (choice) {
    case 'current':
      return target.certificate;
    case 'next':
      return target.nextCertificate ?? undefined;
    case 'unknown':
      return (target.unknownIssuer ?? madeHere)(now);
    case 'none':
      return null;
  }
}

/** Value of `X-API-Key` for an identity, or null when the header is left out. `wrongKey` is made up once per client. */
export function apiKeyOf(identity: IdentityName, target: Target, wrongKey: string): string | null {
  const choice = identities[identity].key;
  switch (choice) {
    case 'valid':
      return target.apiKey;
    case 'none':
      return null;
    case 'wrong':
      return wrongKey;
  }
}
