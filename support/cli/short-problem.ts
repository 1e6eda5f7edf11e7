/**
 * First line of an unexpected error for the console. Such a text may quote what was being read, so quoted pieces and
 * long runs of digits are left out; the whole error is in the masked log.
 */
export function shortProblem(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (text.split('\n')[0] ?? '').replace(/(["'`])(?:(?!\1).){9,}\1/g, '$1...$1').replace(/\d{6,}/g, '...');
}
