/** Id of a run: `run-<UTC timestamp>-<short random>`, sortable and safe in file names. `entropy` is at least 3 bytes. */
export function runIdOf(now: number, entropy: Uint8Array): string {
  const stamp = new Date(now)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}Z$/, 'Z');
  return `run-${stamp}-${Buffer.from(entropy.subarray(0, 3)).toString('hex')}`;
}

/** True for a name that {@link runIdOf} gives. */
export function isRunId(name: string): boolean {
  return /^run-\d{8}T\d{6}Z-[0-9a-f]{6}$/.test(name);
}
