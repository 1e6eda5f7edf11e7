import { createHash } from 'node:crypto';
import type { ClientCertificate } from './client-certificate.js';
import type { VariableName } from './environment-variables.js';

/** Variables that name a document; two runs have the same one when its content is the same, wherever it lies. */
export const documentVariables = [
  'AXYS_PROGRAM',
  'AXYS_CONTRACT',
  'AXYS_CONTRACT_OVERLAY',
] as const satisfies readonly VariableName[];

/** SHA-256 (hex) of each document's content; null where none is named and the default applies. */
export type DocumentDigests = Readonly<Record<(typeof documentVariables)[number], string | null>>;

/**
 * What a run is configured by, as far as two environments may be compared. Secret: credentials are in it, so it stays in
 * memory. Null where nothing is set.
 */
export interface RunSettings {
  readonly environment: string;
  /** Null when the embedded emulator starts itself. */
  readonly baseUrl: URL | null;
  readonly apiKey: string | null;
  readonly certificate: ClientCertificate | null;
  readonly nextCertificate: ClientCertificate | null;
  /** Authorities for the server, PEM. */
  readonly serverCa: string | null;
  readonly documents: DocumentDigests;
}

/** Digest of a document's content, as {@link DocumentDigests} holds it. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
