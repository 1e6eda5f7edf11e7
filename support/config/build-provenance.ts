import type { BuildInfo } from './build-info.js';

/** Tools that a build was made with, by version. */
export interface BuildTools {
  readonly node: string;
  readonly typescript: string;
  /** Operating system and processor, such as `linux-x64`. */
  readonly platform: string;
}

/** An in-toto Statement with SLSA provenance (slsa.dev/provenance/v1) about the compiled code of this harness. */
export type BuildProvenance = ReturnType<typeof buildProvenance>;

/**
 * How a build came to be: which sources and locked packages went in, which tools made it, and which code came out. No build
 * service vouches for it; in a pack it is covered by the signature of whoever ran the harness.
 */
export function buildProvenance(build: BuildInfo, tools: BuildTools) {
  const { name, version, commit, uncommittedChanges, lockSha256, codeSha256 } = build;
  const sources = commit === null ? [] : [{ name: 'sources', digest: { gitCommit: commit } }];
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'dist/harness/code.sha256', digest: { sha256: codeSha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'https://axys-certify.invalid/build/npm-run-build/v1',
        externalParameters: { package: name, version },
        internalParameters: { uncommittedChanges },
        resolvedDependencies: [...sources, { name: 'package-lock.json', digest: { sha256: lockSha256 } }],
      },
      runDetails: { builder: { id: 'https://axys-certify.invalid/builder/unattested', version: { ...tools } } },
    },
  };
}
