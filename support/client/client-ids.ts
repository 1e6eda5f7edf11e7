/** Ids the client gives out. Injected, so that tests and seeded runs can repeat them. */
export interface ClientIds {
  /** Next exchange id of the run: `x-000001`, `x-000002`, ... */
  exchange(): string;
  /** Random lower-case hex of `bytes` bytes, with at least one letter. */
  hex(bytes: number): string;
}

/** Counts exchanges from the one after `last` (0 for a new run) and draws hex from `randomBytes`, which returns that many random bytes. */
export function createClientIds(randomBytes: (count: number) => Uint8Array, last = 0): ClientIds {
  let exchanges = last;
  return {
    exchange: () => `x-${String(++exchanges).padStart(6, '0')}`,
    hex: (bytes) => {
      const drawn = Buffer.from(randomBytes(bytes)).toString('hex');
      // Sixteen digits alone can be a valid card number, and W3C trace context forbids all-zero ids.
      return /[a-f]/.test(drawn) ? drawn : `a${drawn.slice(1)}`;
    },
  };
}
