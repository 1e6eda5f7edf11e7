import { X509Certificate } from 'node:crypto';
import { checkKeyMatches } from '../../config/client-certificate.js';
import { CodedError } from '../../messages/coded-error.js';
import { ok, problem, refusedWith } from '../finding.js';
import { filesOf } from '../identity-files.js';
import type { Finding } from '../layer.js';
import type { Subject } from '../subject.js';

/** Shortest RSA key the platform takes, bits. Source: docs/mtls-certificates-and-csr. */
const shortestRsa = 2048;

/** The key opens, belongs to the certificate, and is of the kind the platform asks for. */
export function examinePrivateKey({ target }: Subject): Finding {
  try {
    checkKeyMatches(target.certificate, filesOf(target.certificate, 'current'));
  } catch (error) {
    if (error instanceof CodedError) return refusedWith(error, ['you']);
    throw error;
  }
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails } = new X509Certificate(
    target.certificate.certificate,
  ).publicKey;
  const bits = asymmetricKeyDetails?.modulusLength;
  const encrypted = target.certificate.passphrase === null ? '' : ', opened with AXYS_KEY_PASSPHRASE';
  if (type === 'rsa' && bits !== undefined) {
    return bits < shortestRsa
      ? problem('fail', 'DOC-101', { bits })
      : ok(`opens and matches the certificate (RSA ${bits}${encrypted})`);
  }
  const algorithm = `${type.toUpperCase()} ${asymmetricKeyDetails?.namedCurve ?? ''}`.trim();
  if (target.environment === 'emulator') {
    return ok(
      `opens and matches the certificate (${algorithm}${encrypted}; an emulator takes it, the platform wants RSA)`,
    );
  }
  return problem('warn', 'DOC-102', { algorithm });
}
