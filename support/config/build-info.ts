import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildProvenance } from './build-provenance.js';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { packageRoot } from './package-root.js';

const configError = errorsOf(configMessages, 'configuration');

/** What `npm run build` knew about this harness. */
export interface BuildInfo {
  readonly name: string;
  readonly version: string;
  /** Commit of the sources; null when they were built outside a checkout. */
  readonly commit: string | null;
  /** True when the sources differed from that commit; null when there is none. */
  readonly uncommittedChanges: boolean | null;
  /** SHA-256 (hex) of package-lock.json: every dependency with its version and digest. */
  readonly lockSha256: string;
  /** SHA-256 (hex) over the compiled code, the features and the schemas: two equal ones run the same tests. */
  readonly codeSha256: string;
}

/** The machine's part in a run. */
export interface Runtime {
  /** Version of Node.js, such as `v20.20.2`. */
  readonly node: string;
  readonly platform: string;
  readonly arch: string;
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

/** What this process runs on. */
export function currentRuntime(): Runtime {
  return { node: process.version, platform: process.platform, arch: process.arch };
}

function embedded(name: string): string {
  const folder = join(packageRoot(), 'dist', 'harness');
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (cause) {
    throw configError('CFG-401', { folder, what: `${name}, which npm run build writes` }, cause);
  }
}
