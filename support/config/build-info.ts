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

/** What this process runs on. */
export function currentRuntime(): Runtime {
  return { node: process.version, platform: process.platform, arch: process.arch };
}
