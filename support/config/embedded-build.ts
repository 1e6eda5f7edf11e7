import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { packageRoot } from './package-root.js';
import type { BuildInfo } from './build-info.js';
import type { BuildProvenance } from './build-provenance.js';

const configError = errorsOf(configMessages, 'configuration');

function embedded(name: string): string {
  const folder = join(packageRoot(), 'dist', 'harness');
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (cause) {
    throw configError('CFG-401', { folder, what: `${name}, which npm run build writes` }, cause);
  }
}

/** What was embedded at build. CFG-401 when the package was compiled without `npm run build`. */
export function readBuildInfo(): BuildInfo {
  // Our own build wrote its shape; the schema of the pack's copy checks it again.
  return JSON.parse(embedded('build.json')) as BuildInfo;
}

/** The bill of materials embedded at build: CycloneDX, JSON. CFG-401 as above. */
export function readBillOfMaterials(): string {
  return embedded('sbom.cdx.json');
}

/** How this build came to be, as embedded in it. CFG-401 as above. */
export function readProvenance(): BuildProvenance {
  return JSON.parse(embedded('provenance.json')) as BuildProvenance;
}
