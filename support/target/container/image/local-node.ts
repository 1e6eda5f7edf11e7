import { stat } from 'node:fs/promises';

/** The Node.js of this machine, as far as another Linux without any library can run it. */
export interface LocalNode {
  /** Absolute path of the program. */
  readonly program: string;
  /** Shared libraries it has loaded, absolute; each is copied to the same path. */
  readonly libraries: readonly string[];
  /** `v20.20.2 linux/x64 98932688`: tells two of them apart without reading a hundred megabytes. */
  readonly mark: string;
}

/** What is asked of this process. */
export interface NodeFacts {
  readonly platform: string;
  readonly arch: string;
  readonly version: string;
  readonly program: string;
  readonly libraries: () => readonly string[];
}

/** This process itself. */
export const ownNodeFacts: NodeFacts = {
  platform: process.platform,
  arch: process.arch,
  version: process.version,
  program: process.execPath,
  libraries: () => {
    // The report would look up the names of every connection first, and nobody reads them here. Older types lack the member.
    Object.assign(process.report, { excludeNetwork: true });
    return (process.report.getReport() as unknown as { readonly sharedObjects: readonly string[] }).sharedObjects;
  },
};

/** The architectures of Node.js as engines call them. */
const architectures: Readonly<Record<string, readonly string[]>> = {
  x64: ['x86_64', 'amd64'],
  arm64: ['aarch64', 'arm64'],
  arm: ['armv7l', 'armhf', 'arm'],
  ppc64: ['ppc64le'],
  s390x: ['s390x'],
};

/** This machine's Node.js where an engine of that architecture can run it; null elsewhere, such as on macOS. */
export async function localNodeFor(engineArchitecture: string, facts: NodeFacts): Promise<LocalNode | null> {
  const { platform, arch, version, program } = facts;
  if (platform !== 'linux' || architectures[arch]?.includes(engineArchitecture) !== true) return null;
  // What has no path is the kernel's; an add-on was loaded by this process and is no part of Node.js.
  const libraries = facts.libraries().filter((library) => library.startsWith('/') && !library.endsWith('.node'));
  const { size } = await stat(program);
  return { program, libraries, mark: `${version} ${platform}/${arch} ${String(size)}` };
}
