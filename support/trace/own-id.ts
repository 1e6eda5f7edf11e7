/**
 * True for an id that the harness gave an exchange or a connection (`x-000123`, `c-000045`): its digits are a count, also where they
 * happen to be those of a one-time code.
 */
export function isOwnId(text: string): boolean {
  return /^[xc]-\d{6,9}$/.test(text);
}
