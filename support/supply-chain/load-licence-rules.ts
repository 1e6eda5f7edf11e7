import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSchema } from '../config/compile-schema.js';
import { packageRoot } from '../config/package-root.js';
import type { LicenceRules } from './licences.js';

const folder = 'schemas/self';

/** Reads and checks schemas/self/licences.json; throws with the place of what does not fit. */
export function loadLicenceRules(): LicenceRules {
  const text = (name: string) => readFileSync(join(packageRoot(), folder, name), 'utf8');
  const rules: unknown = JSON.parse(text('licences.json'));
  const fits = compileSchema(text('licences.schema.json'), 'first-error');
  if (fits(rules)) return rules as LicenceRules;
  const [problem] = fits.errors ?? [];
  throw new Error(`${folder}/licences.json: ${problem?.instancePath ?? ''} ${problem?.message ?? 'does not fit'}`);
}
