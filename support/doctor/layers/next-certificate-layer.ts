import { X509Certificate } from 'node:crypto';
import { checkKeyMatches, checkValidity, type ClientCertificate } from '../../config/client-certificate.js';
import { CodedError } from '../../messages/coded-error.js';
import { certificateNames, type CertificateNames } from '../certificate-names.js';
import { ok, problem, refusedWith, skip } from '../finding.js';
import { filesOf } from '../identity-files.js';
import type { Finding } from '../layer.js';
import type { Subject } from '../subject.js';

/** Parts a renewal keeps, with what a person calls them. Source: docs/guide-rotate-mtls-certificates. */
const keptParts: Readonly<Record<keyof CertificateNames, string>> = {
  organisation: 'O',
  unit: 'OU',
  commonName: 'CN',
  dnsNames: 'DNS names',
  addresses: 'addresses',
};

/** The rotation's second certificate: usable, a fresh key, the same names. */
export function examineNextCertificate({ target, clock }: Subject): Finding {
  const { certificate, nextCertificate } = target;
  if (nextCertificate === null) return skip('none given (AXYS_NEXT_CERT_PATH)');
  const files = filesOf(nextCertificate, 'next');
  const next = new X509Certificate(nextCertificate.certificate);
  try {
    checkKeyMatches(nextCertificate, files);
    // A renewal may well begin later: that alone is no reason to refuse it here.
    const from = new Date(next.validFrom);
    if (from.getTime() > clock.now()) return problem('warn', 'DOC-143', { date: from.toISOString() });
    checkValidity(nextCertificate, files.certificate, clock);
  } catch (error) {
    if (error instanceof CodedError) return refusedWith(error, ['you']);
    throw error;
  }
  if (publicKey(certificate) === publicKey(nextCertificate)) return problem('warn', 'DOC-141');
  const parts = differences(certificateNames(certificate.certificate), certificateNames(nextCertificate.certificate));
  if (parts.length > 0) return problem('warn', 'DOC-142', { parts: parts.join(', ') });
  return ok(`same names, fresh key, until ${new Date(next.validTo).toISOString()}`);
}

function publicKey({ certificate }: ClientCertificate): string {
  return new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }).toString('hex');
}

function differences(present: CertificateNames, next: CertificateNames): readonly string[] {
  const sorted = (values: readonly string[]) => JSON.stringify([...values].sort());
  return (Object.keys(keptParts) as (keyof CertificateNames)[])
    .filter((part) => sorted(present[part]) !== sorted(next[part]))
    .map((part) => keptParts[part]);
}
