import { hkdfSync } from 'node:crypto';
import type { ClientCertificate } from '../../config/client-certificate.js';

/** The key of a run's labels, and a mark by which the same credentials are known again. */
export interface LabelKey {
  /** In memory only. */
  readonly key: Uint8Array;
  /** Hex; says nothing about key or credentials, which hold a private key's entropy. */
  readonly mark: string;
}

/** Derives one value for one purpose (HKDF, RFC 5869). */
function derive(secret: string, runId: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, runId, `axys-certify ${purpose}`, bytes));
}

/**
 * Derives the key of a run's labels from what only the run's owner has, so that a resumed run gives equal values equal
 * labels without the key ever being on a disk. The private key is part of it: the labels of short values (CVV, PIN) could
 * otherwise be guessed back by whoever has the API key.
 */
export function labelKeyOf(
  { apiKey, certificate }: { readonly apiKey: string; readonly certificate: ClientCertificate },
  runId: string,
): LabelKey {
  const secret = `${apiKey}\n${certificate.privateKey}`;
  return {
    key: derive(secret, runId, 'labels', 32),
    mark: derive(secret, runId, 'credentials', 8).toString('hex'),
  };
}
