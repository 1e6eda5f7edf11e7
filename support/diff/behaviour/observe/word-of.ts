const shortWord = /^[A-Za-z0-9][A-Za-z0-9 _.-]{0,39}$/;
const longNumber = /\d{5}/;

/**
 * A value that the contract lists, as plain text: its type is told with its member. What does not look like a word, whatever the contract says, is only said to
 * be there: it may be free text or somebody's data.
 */
export function wordOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 10_000 ? String(value) : '(number)';
  if (typeof value !== 'string') return '(no plain value)';
  return shortWord.test(value) && !longNumber.test(value) ? value : '(text)';
}
