import { resolve } from 'node:path';
import { loadSigningKey } from './signing-key.js';
import { readVariables } from './read-variables.js';

/** Where variables come from: the environment, and an env-file (absolute path) or null. */
export interface SigningSource {
  readonly environment: NodeJS.ProcessEnv;
  readonly envFile: string | null;
  readonly cwd: string;
}

/**
 * File of the key that signs (AXYS_SIGNING_KEY_PATH, absolute), for a command that needs no target; null when none is
 * named. Throws CFG-101 to CFG-104 for variables, CFG-108 and CFG-208 for the key; all 78.
 */
export async function signingKeyPathFrom({ environment, envFile, cwd }: SigningSource): Promise<string | null> {
  const { values, problem } = await readVariables(environment, envFile);
  if (problem !== null) throw problem;
  const named = values.AXYS_SIGNING_KEY_PATH;
  if (named === undefined) return null;
  const file = resolve(cwd, named);
  await loadSigningKey({ name: 'AXYS_SIGNING_KEY_PATH', file });
  return file;
}
