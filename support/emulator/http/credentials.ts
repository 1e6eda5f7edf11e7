import type { Program } from '../program.js';
import { Refusal } from './refusal.js';

/** What a caller shows: the key from its header, Program (OU) and serial number from its client certificate. */
export interface Credentials {
  readonly apiKey: string | null;
  readonly certificateProgram: string | null;
  /** Serial number of the certificate, hexadecimal. */
  readonly certificateSerial: string | null;
}

/**
 * The Program a caller acts for. Key and certificate must name the same one; a missing or unknown key is refused
 * first. Source: docs/authentication-and-environments.
 */
export function programOf(credentials: Credentials, programs: ReadonlyMap<string, Program>): Program {
  const program = credentials.apiKey === null ? undefined : programs.get(credentials.apiKey);
  if (program === undefined) throw new Refusal('unauthorised');
  if (credentials.certificateProgram !== program.settings.name) throw new Refusal('credential_mismatch');
  return program;
}
