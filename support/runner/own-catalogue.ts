import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../config/read-problem.js';
import { packageRoot } from '../config/package-root.js';
import type { PlannedScenario } from './planned-scenario.js';

/** Where `npm run build` keeps the scenarios of features with this digest (SHA-256, hex), absolute. */
export function catalogueCopy(digest: string): string {
  return join(packageRoot(), 'dist', 'catalogue', `${digest}.json`);
}

/** SHA-256 (hex) over names and texts of the package's features. */
export async function featuresDigest(): Promise<string> {
  const folder = join(packageRoot(), 'features');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.feature')).sort();
  const hash = createHash('sha256');
  for (const name of names) {
    const text = await readFile(join(folder, name));
    hash.update(`${name.replaceAll('\\', '/')}\0${text.length}\0`).update(text);
  }
  return hash.digest('hex');
}

/**
 * Every scenario of this build, in the order of the features. They were parsed at build; the copy is found by the digest of
 * the features, so that it can never be stale, and spares a verifier the whole of Cucumber.
 */
export async function ownCatalogue(): Promise<readonly PlannedScenario[]> {
  const copy = catalogueCopy(await featuresDigest());
  try {
    return JSON.parse(await readFile(copy, 'utf8')) as PlannedScenario[];
  } catch (error) {
    // Features that were changed since the build are parsed; a copy that is there and cannot be read is told.
    if (errorCode(error) !== 'ENOENT') throw error;
    return parsedCatalogue();
  }
}

/** The same, parsed by Cucumber now. */
export async function parsedCatalogue(): Promise<readonly PlannedScenario[]> {
  const [{ catalogueOf }, { readFeatures }] = await Promise.all([import('./catalogue.js'), import('./cucumber.js')]);
  return [...catalogueOf(await readFeatures()).values()];
}
