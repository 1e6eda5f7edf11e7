import type { VariableName } from './environment-variables.js';

/** Variables whose value is sent in an HTTP header as it is. */
export const headerVariables: ReadonlySet<VariableName> = new Set(['AXYS_API_KEY']);

/** What no header may hold, most telling first; the words say where such a character usually comes from. */
const unfit: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/[\r\n]$/, 'a line break at its end, as a file or a secret store often adds one'],
  [/[\r\n]/, 'a line break'],
  [/[\u2018-\u201f\u00ab\u00bb]/, 'a typographic quotation mark, as a word processor or a chat puts it in'],
  [/^\s|\s$/, 'a space at one of its ends'],
  [/[\u0000-\u001f\u007f-\u009f]/, 'a control character'],
  [/[^ -~]/, 'a character outside ASCII'],
];

/**
 * What keeps a value from being sent in an HTTP header unchanged, without a word of the value itself; null when nothing
 * does. Headers hold visible ASCII and inner spaces, and whoever receives one trims its ends. Source: RFC 9110, 5.5.
 */
export function headerProblem(value: string): string | null {
  return unfit.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}
