/** One reading of a stretch of bytes: the bytes themselves, or what an encoding in them says. One character per byte. */
export interface Layer {
  /** How it was read: `raw`, or the decoders in order, such as `raw>json>base64`. */
  readonly name: string;
  readonly text: string;
  /** Offset, in bytes of the stretch, of the character at an index. */
  readonly at: (index: number) => number;
}

/** What a decoder made of a text. */
export interface Decoded {
  readonly text: string;
  /** Index in the encoded text of the character at an index. */
  readonly at: (index: number) => number;
}

/** An encoding a secret may hide in. */
export interface Decoder {
  readonly id: string;
  /** Every reading that differs from the text itself; none where the encoding does not occur. */
  readonly decode: (text: string) => readonly Decoded[];
}

/** Characters as the bytes UTF-8 gives them, one character per byte. */
export function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
