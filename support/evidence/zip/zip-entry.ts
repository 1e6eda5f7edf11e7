/** One file of a zip, as its central directory names it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  /** CRC-32 of the content. */
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly offset: number;
  /** Unix mode, 0 when the zip does not say. */
  readonly mode: number;
  /** The field in which its record is not as our own writer makes it; null when it is to the last byte. */
  readonly odd: string | null;
}
