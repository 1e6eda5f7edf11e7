/**
 * Id of a run: `run-<UTC timestamp>-<milliseconds, random>`, three hex digits each, so that names sort by the start of their runs;
 * safe in file names. `now` in milliseconds since the Unix epoch; `entropy` is at least 2 bytes.
 */
export function runIdOf(now: number, entropy: Uint8Array): string {
  const [second = '', fraction = ''] = new Date(now).toISOString().replace(/[-:Z]/g, '').split('.');
  const random = Buffer.from(entropy.subarray(0, 2)).toString('hex').slice(1);
  return `run-${second}Z-${Number(fraction).toString(16).padStart(3, '0')}${random}`;
}

/** True for a name that {@link runIdOf} gives. */
export function isRunId(name: string): boolean {
  return /^run-\d{8}T\d{6}Z-[0-9a-f]{6}$/.test(name);
}
