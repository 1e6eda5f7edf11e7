import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { TrustAnchor } from '../../trace/connection.js';

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

let publicRoots: readonly X509Certificate[] | null = null;

/**
 * Whose authority a server's chain ends in. TLS has already accepted the chain; this says by whom it was accepted. A chain
 * that a public root vouches for counts as such even where AXYS_CA_PATH names the same authority again.
 */
export function trustAnchorOf(
  chain: readonly X509Certificate[],
  { serverCa, own }: { readonly serverCa: readonly string[]; readonly own: boolean },
): TrustAnchor {
  if (own) return 'own-authority';
  publicRoots ??= rootCertificates.map((pem) => new X509Certificate(pem));
  if (vouches(publicRoots, chain)) return 'public-root';
  const roots = new Set(rootCertificates);
  const given = serverCa.filter((pem) => !roots.has(pem)).flatMap((pem) => pem.match(block) ?? []);
  return vouches(
    given.map((pem) => new X509Certificate(pem)),
    chain,
  )
    ? 'configured'
    : 'machine';
}

/** True when an authority is in the chain, or signed the last certificate of it. */
function vouches(authorities: readonly X509Certificate[], chain: readonly X509Certificate[]): boolean {
  const last = chain.at(-1);
  const shown = new Set(chain.map(({ fingerprint256 }) => fingerprint256));
  return authorities.some(
    (authority) =>
      shown.has(authority.fingerprint256) ||
      (last !== undefined && last.checkIssued(authority) && last.verify(authority.publicKey)),
  );
}
