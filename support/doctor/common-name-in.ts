/** The common name in a distinguished name as Node writes it, one attribute per line; the whole name without one. */
export function commonNameIn(name: string): string {
  return /^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
}
