/** Members of our records that hold the id of an exchange or a connection, or several. */
const members: ReadonlySet<string | null> = new Set(['id', 'exchange', 'exchangeId', 'exchangeIds']);

/**
 * True for an id that the harness gave an exchange or a connection (`x-000123`, `c-000045`), in a member for such ids: its digits are a
 * count, also where they happen to be those of a one-time code. Elsewhere the same text may be somebody else's.
 */
export function isOwnId(text: string, member: string | null): boolean {
  return members.has(member) && /^[xc]-\d{6,9}$/.test(text);
}
