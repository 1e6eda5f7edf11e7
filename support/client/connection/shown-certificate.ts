import type { X509Certificate } from 'node:crypto';
import type { ShownCertificate } from '../../trace/connection.js';

/** The public facts of a certificate. */
export function shownCertificate(certificate: X509Certificate): ShownCertificate {
  const { subject, issuer, serialNumber, validFrom, validTo, fingerprint256 } = certificate;
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    serialNumber,
    validFrom: isoTime(validFrom),
    validTo: isoTime(validTo),
    sha256: fingerprint256,
  };
}

/**
 * A server's certificates from its own up to its authority. An authority may name itself as its issuer, and each is taken
 * once.
 */
export function chainFrom(server: X509Certificate | undefined): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let certificate = server;
  while (certificate !== undefined && !chain.some((seen) => seen.fingerprint256 === certificate?.fingerprint256)) {
    chain.push(certificate);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

/** OpenSSL prints a name with one attribute a line, and escapes line breaks inside values. */
function oneLine(name: string): string {
  return name.split('\n').join(', ');
}

function isoTime(openSslTime: string): string {
  return new Date(openSslTime).toISOString();
}
