import { createHash } from 'node:crypto';
import { canonicalJson } from './document/canonical-json.js';

/** SHA-256 (hex) of a contract document in canonical JSON, as every run names it. */
export function contractDigest(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}
