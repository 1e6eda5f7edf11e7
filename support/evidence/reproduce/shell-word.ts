/** Text that no shell reads anything into. `=` and `~` mean something at the start of a word in some shells. */
const plain = /^[\w./:@%+,-][\w./:@%+,=-]*$/;

/**
 * A text as one word of a POSIX shell line: the shell takes it literally, whatever it holds. A NUL, which no argument can
 * carry, becomes U+FFFD.
 */
export function shellWord(text: string): string {
  if (plain.test(text)) return text;
  return `'${text.replaceAll('\0', '\uFFFD').replaceAll("'", "'\\''")}'`;
}
