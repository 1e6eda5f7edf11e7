/** One package of a lock file (npm, version 3). */
export interface LockedPackage {
  /** Name without the folders it lies in, such as `@scope/name`. */
  readonly name: string;
  readonly version: string;
  /** Subresource Integrity of the tarball; null when the lock file has none. */
  readonly integrity: string | null;
  /** Where it was fetched from; null when the lock file leaves that to whoever installs. */
  readonly resolved: string | null;
  /** SPDX expression of its package.json; null when it states none in a form that npm takes over. */
  readonly licence: string | null;
  /** True when only development needs it: nobody who installs the package gets it. */
  readonly development: boolean;
}

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

interface LockFile {
  readonly lockfileVersion?: number;
  readonly packages?: Readonly<Record<string, LockEntry>>;
}

const folder = 'node_modules/';

/** The packages of a lock file, by name and version, each once. Throws what JSON.parse throws. */
export function lockedPackages(lock: string): readonly LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [path, entry] of Object.entries((JSON.parse(lock) as LockFile).packages ?? {})) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf(folder) + folder.length);
    const { version = '', integrity = null, resolved = null, license: licence = null } = entry;
    const known = found.get(`${name}@${version}`);
    const development = (entry.dev ?? entry.devOptional ?? false) && (known?.development ?? true);
    found.set(`${name}@${version}`, { name, version, integrity, resolved, licence, development });
  }
  return [...found.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

/** An exact version, as every direct dependency has to name one. */
const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * What is wrong with a lock file: another form, a package without a strong digest, one that is bound to somebody's registry,
 * and direct dependencies (of package.json) that are a range. A sentence each.
 */
export function lockProblems(lock: string, manifest: string): string[] {
  const { lockfileVersion } = JSON.parse(lock) as LockFile;
  const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string> | undefined
  >;
  const packages = lockedPackages(lock);
  return [
    ...(lockfileVersion === 3 ? [] : [`it is of version ${String(lockfileVersion)}, expected 3`]),
    ...(packages.length === 0 ? ['it names no package'] : []),
    ...packages
      .filter(({ integrity }) => integrity?.startsWith('sha512-') !== true)
      .map(({ name, version }) => `${name}@${version} has no SHA-512 digest`),
    ...packages
      .filter(({ resolved }) => resolved !== null)
      .map(({ name, version }) => `${name}@${version} is bound to one registry or place ("resolved")`),
    ...Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, wanted]) => !exact.test(wanted))
      .map(([name, wanted]) => `package.json asks for ${name} ${wanted}, expected one exact version`),
  ];
}
