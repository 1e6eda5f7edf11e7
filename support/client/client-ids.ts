/** Ids the client gives out. Injected, so that tests and seeded runs can repeat them. */
export interface ClientIds {
  /** Next exchange id of the run: `x-000001`, `x-000002`, ... */
  exchange(): string;
  /** Next connection id of the run: `c-000001`, `c-000002`, ... */
  connection(): string;
  /** Random lower-case hex of `bytes` bytes, with at least one letter. */
  hex(bytes: number): string;
}

/** Numbers that are taken already; 0 and 0 for a new run. */
export interface LastIds {
  readonly exchange: number;
  readonly connection: number;
}

/** Counts on from `last` and draws hex from `randomBytes`, which returns that many random bytes. */
export function createClientIds(
  randomBytes: (count: number) => Uint8Array,
  last: LastIds = { exchange: 0, connection: 0 },
): ClientIds {
  let { exchange, connection } = last;
  const numbered = (prefix: string, number: number) => `${prefix}-${String(number).padStart(6, '0')}`;
  return {
    exchange: () => numbered('x', (exchange += 1)),
    connection: () => numbered('c', (connection += 1)),
    hex: (bytes) => {
      const drawn = Buffer.from(randomBytes(bytes)).toString('hex');
      // Sixteen digits alone can be a valid card number, and W3C trace context forbids all-zero ids.
      return /[a-f]/.test(drawn) ? drawn : `a${drawn.slice(1)}`;
    },
  };
}
