/** A change of one place in a file of a build. */
export interface Edit {
  /** File of the built package, such as `dist/support/verdict/decide.js`. */
  readonly file: string;
  /** Text that stands there exactly once. */
  readonly text: string;
  /** What stands there instead. */
  readonly becomes: string;
}

/** The content of a file after an edit. Throws where the text does not stand in it exactly once: nothing would be shown. */
export function edited(content: string, { file, text, becomes }: Edit): string {
  const parts = content.split(text);
  if (text === '' || parts.length !== 2) {
    throw new Error(`${file}: expected exactly once, found ${String(parts.length - 1)} times: ${text}`);
  }
  return parts.join(becomes);
}
