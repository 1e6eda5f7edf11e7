import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';

/** The mark that `npm run build` leaves for a document it proved valid, found by the digest of the document; absolute. */
export function provenMark(document: unknown): string {
  const name = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return join(packageRoot(), 'dist', 'proven', name);
}

/**
 * True for exactly the contract this package ships, without overlay: when the package was built, it was proved valid and each
 * of its schemas compiled.
 */
export function isProvenDocument(document: unknown): boolean {
  return existsSync(provenMark(document));
}
